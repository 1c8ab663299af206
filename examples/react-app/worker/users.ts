import { assertSameSite } from "@agora-edge/core/server";
import type { Env } from "./env.ts";

/**
 * Who is calling: replace this by a look at your own session. It has to be the same for ever and never anybody else's. The
 * demo takes its cookie for it, so that every browser is a user of its own.
 */
export function userOf(request: Request, env: Env): string | undefined {
  if (env.DEMO !== "1") return undefined;
  return /(?:^|; )demo_session=([\da-f-]{36})(?:;|$)/.exec(request.headers.get("cookie") ?? "")?.[1];
}

/** Which channels somebody may see, record and transcribe: replace this too. The demo has some that everybody may. */
export function mayUse(_user: string, cname: string): boolean {
  return /^demo-[\w-]{1,59}$/.test(cname);
}

/**
 * `GET /api/session`: says whether the visitor is signed in. The demo signs everybody in; your app has its own way. Not by a
 * form: browsers leave the cookie out when another site sends one, and would take the new one instead.
 *
 * @throws Response as the refusal of a request of another site
 */
export function session(request: Request, env: Env): Response {
  assertSameSite(request);
  const headers = { "cache-control": "no-store" };
  if (request.method !== "GET") return Response.json({ reason: "Only GET." }, { status: 405, headers });
  if (userOf(request, env) !== undefined) return Response.json({ signedIn: true }, { headers });
  if (env.DEMO !== "1") return Response.json({ signedIn: false }, { status: 401, headers });
  const secure = new URL(request.url).protocol === "https:" ? "; Secure" : "";
  const cookie = `demo_session=${crypto.randomUUID()}; Path=/; HttpOnly; SameSite=Lax; Max-Age=31536000${secure}`;
  return Response.json({ signedIn: true }, { headers: { ...headers, "set-cookie": cookie } });
}
