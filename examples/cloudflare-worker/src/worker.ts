// An app's own server on Cloudflare: the proxy for its pages, the receiver of Agora's notifications, and recordings that
// are looked after whatever happens to a page, an isolate or a machine.
import type { AgoraHandler } from "@agora-edge/core/server";
import type { Env } from "./env.ts";
import { createNotifications } from "./notifications.ts";
import { createProxy } from "./proxy.ts";
import { recordings } from "./recordings.ts";

export { AccountObject } from "./account-object.ts";
export { RecordingObject } from "./recording-object.ts";

let handlers: { proxy: AgoraHandler; notifications: ReturnType<typeof createNotifications> } | undefined;

export default {
  async fetch(request: Request, env: Env, context: { waitUntil(work: Promise<unknown>): void }): Promise<Response> {
    // An isolate has one environment for all its life.
    handlers ??= { proxy: createProxy(env), notifications: createNotifications(env) };
    const { pathname } = new URL(request.url);
    if (pathname.startsWith("/api/agora/")) return handlers.proxy(request, context);
    if (pathname === "/agora-events") return handlers.notifications(request, context);
    try {
      return await recordings(request, env);
    } catch (error) {
      if (error instanceof Response) return error;
      throw error;
    }
  },
};
