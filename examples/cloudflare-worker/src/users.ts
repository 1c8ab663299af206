import type { Env } from "./env.ts";

/** Who is calling is for your app to say: look at your own session here. Browsers send only cookies with a WebSocket. */
export function userOf(request: Request, env: Env): string | undefined {
  const cookie = /(?:^|; )session=([^;]+)/.exec(request.headers.get("cookie") ?? "")?.[1];
  const token = /^Bearer (.+)$/.exec(request.headers.get("authorization") ?? "")?.[1] ?? cookie;
  const users = env.APP_USERS.split(",").map((each) => each.split(":"));
  return users.find(([name, secret]) => name && secret && secret === token)?.[0];
}

/** In this app every user has channels of their own, alice-1 and alice-standup. The last hyphen ends the name of the owner. */
export function ownerOf(cname: string): string | undefined {
  return /^(.+)-[^-]+$/.exec(cname)?.[1];
}

/** Compares whole names: alice-x-1 begins like a channel of alice, and belongs to alice-x. */
export function mayRecord(subject: string, cname: string): boolean {
  return ownerOf(cname) === subject;
}
