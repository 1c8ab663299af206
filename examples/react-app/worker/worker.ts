// The app's own server: the proxy for its pages, the receiver of Agora's notifications, and the sockets that pass them on.
import type { AgoraHandler } from "@agora-edge/core/server";
import type { Env } from "./env.ts";
import { createNotifications } from "./notifications.ts";
import { notices } from "./notices.ts";
import { createProxy } from "./proxy.ts";
import { session } from "./users.ts";

export { NoticesObject } from "./notices-object.ts";

type Handlers = { proxy: AgoraHandler; notifications: ReturnType<typeof createNotifications> };
type Context = { waitUntil(work: Promise<unknown>): void };

let handlers: Handlers | undefined;

async function answer(request: Request, env: Env, context: Context): Promise<Response> {
  // An isolate has one environment for all its life.
  const { proxy, notifications } = (handlers ??= { proxy: createProxy(env), notifications: createNotifications(env) });
  const { pathname } = new URL(request.url);
  if (pathname.startsWith("/api/agora/")) return proxy(request, context);
  if (pathname === "/agora-events") return notifications(request, context);
  if (pathname === "/api/notices") return notices(request, env);
  if (pathname === "/api/session") return session(request, env);
  return new Response("There is no such page.", { status: 404 });
}

export default {
  async fetch(request: Request, env: Env, context: Context): Promise<Response> {
    try {
      return await answer(request, env, context);
    } catch (error) {
      // A refusal, as `assertSameSite` throws it.
      if (error instanceof Response) return error;
      throw error;
    }
  },
};
