// The app's own server: the proxy for its pages, the receiver of Agora's notifications, and the sockets that pass them on.
import type { AgoraHandler } from "@agora-edge/core/server";
import type { Env } from "./env.ts";
import { createNotifications } from "./notifications.ts";
import { notices } from "./notices.ts";
import { createProxy } from "./proxy.ts";
import { createRecordings } from "./recordings.ts";
import { session } from "./users.ts";

export { NoticesObject } from "./notices-object.ts";
export { RecordingsObject } from "./recordings-object.ts";

interface Handlers {
  proxy: AgoraHandler;
  notifications: ReturnType<typeof createNotifications>;
  /** Made when somebody asks for it: not every storage can be played from. */
  recordings?: ReturnType<typeof createRecordings>;
}
type Context = { waitUntil(work: Promise<unknown>): void };

let handlers: Handlers | undefined;

async function answer(request: Request, env: Env, context: Context): Promise<Response> {
  // An isolate has one environment for all its life.
  handlers ??= { proxy: createProxy(env), notifications: createNotifications(env) };
  const { proxy, notifications } = handlers;
  const { pathname } = new URL(request.url);
  if (pathname.startsWith("/api/agora/")) return proxy(request, context);
  if (pathname === "/agora-events") return notifications(request, context);
  if (pathname === "/api/notices") return notices(request, env);
  if (/^\/api\/recordings(\/|$)/.test(pathname)) return (handlers.recordings ??= createRecordings(env))(request);
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
