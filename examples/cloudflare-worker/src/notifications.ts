import { createNotificationHandler } from "@agora-edge/core/server";
import { clockOf } from "./clock.ts";
import type { Env } from "./env.ts";

/** Takes what Agora says about recordings to the objects that look after them. */
export function createNotifications(env: Env) {
  return createNotificationHandler({
    secret: env.AGORA_NOTIFICATION_SECRETS.split(","),
    // Each object knows the copies of its own, whichever isolate they reach.
    dedupe: false,
    clock: clockOf(env),
    async onEvent(event) {
      // A failover changes the recorder's uid, so the channel alone says whose it is; the object compares the rest.
      const cname = "cname" in event.payload ? event.payload.cname : undefined;
      if (event.productId === 3 && typeof cname === "string") await env.RECORDINGS.getByName(cname).receive(event);
    },
  });
}
