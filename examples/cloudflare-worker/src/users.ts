import type { Env } from "./env.ts";

/** Who is calling is for your app to say: look at your own session here. Browsers send only cookies with a WebSocket. */
export function userOf(request: Request, env: Env): string | undefined {
  const cookie = /(?:^|; )session=([^;]+)/.exec(request.headers.get("cookie") ?? "")?.[1];
  const token = /^Bearer (.+)$/.exec(request.headers.get("authorization") ?? "")?.[1] ?? cookie;
  return env.APP_USERS.split(",")
    .map((each) => each.split(":"))
    .find(([, secret]) => secret !== undefined && secret === token)?.[0];
}

/** In this app every user has channels of their own: alice-1, alice-standup. */
export function mayRecord(subject: string, cname: string): boolean {
  return cname.startsWith(`${subject}-`);
}

/** Any site can open a WebSocket with the cookies of its visitors; only pages of this one may. */
export function isOwnPage(request: Request): boolean {
  const origin = request.headers.get("origin");
  return origin === null || origin === new URL(request.url).origin;
}
