import type { Env } from "./env.ts";
import { isOwnPage, mayUse, userOf } from "./users.ts";

const refuse = (status: number, reason: string) => Response.json({ reason }, { status });

/** `/api/notices?cname=…`: a WebSocket that says what Agora says about a channel. Only cookies come with it. */
export async function notices(request: Request, env: Env): Promise<Response> {
  if (request.headers.get("upgrade") !== "websocket") return refuse(426, "Connect with a WebSocket.");
  if (!isOwnPage(request)) return refuse(403, "Not from another site.");
  const user = userOf(request, env);
  if (user === undefined) return refuse(401, "Sign in first.");
  const cname = new URL(request.url).searchParams.get("cname") ?? "";
  if (!mayUse(user, cname)) return refuse(403, "This channel is not yours.");
  return env.NOTICES.getByName(cname).fetch(request);
}
