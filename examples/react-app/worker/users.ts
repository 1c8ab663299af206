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

/** Any site can open a WebSocket with the cookies of its visitors; only pages of this one may. */
export function isOwnPage(request: Request): boolean {
  return request.headers.get("origin") === new URL(request.url).origin;
}

/** `GET /api/session`: says whether the visitor is signed in. The demo signs everybody in; your app has its own way. */
export function session(request: Request, env: Env): Response {
  if (userOf(request, env) !== undefined) return Response.json({ signedIn: true });
  if (env.DEMO !== "1") return Response.json({ signedIn: false }, { status: 401 });
  const secure = new URL(request.url).protocol === "https:" ? "; Secure" : "";
  const cookie = `demo_session=${crypto.randomUUID()}; Path=/; HttpOnly; SameSite=Lax${secure}`;
  return Response.json({ signedIn: true }, { headers: { "set-cookie": cookie, "cache-control": "no-store" } });
}
