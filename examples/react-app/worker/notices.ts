import { assertSameSite } from "@agora-edge/core/server";
import type { Env } from "./env.ts";
import { mayUse, userOf } from "./users.ts";

const refuse = (status: number, reason: string) => Response.json({ reason }, { status });

/**
 * `/api/notices?cname=…`: a WebSocket that says what Agora says about a channel. Only cookies come with it, whichever page
 * opens it. Whoever opens one can read it, so pages of a sibling site may not either.
 *
 * @throws Response as the refusal of a page of another site
 */
export async function notices(request: Request, env: Env): Promise<Response> {
  if (request.headers.get("upgrade") !== "websocket") return refuse(426, "Connect with a WebSocket.");
  assertSameSite(request, { origin: [] });
  const user = userOf(request, env);
  if (user === undefined) return refuse(401, "Sign in first.");
  const cname = new URL(request.url).searchParams.get("cname") ?? "";
  if (!mayUse(user, cname)) return refuse(403, "This channel is not yours.");
  return env.NOTICES.getByName(cname).fetch(request);
}
