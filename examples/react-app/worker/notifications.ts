import { type AgoraNotification, createNotificationHandler } from "@agora-edge/core/server";
import type { Env } from "./env.ts";

/** Takes what Agora says to the pages that watch the channel. */
export function createNotifications(env: Env): (request: Request, context: object) => Promise<Response> {
  if (!env.AGORA_NOTIFICATION_SECRETS) return async () => new Response("Not configured.", { status: 404 });
  return createNotificationHandler({
    secret: env.AGORA_NOTIFICATION_SECRETS.split(","),
    // The sessions of the pages know copies.
    dedupe: false,
    // The clock of the fake, with which the example is tried out, goes ahead of yours by up to a day.
    tolerance: env.AGORA_BASE_URL ? 86_400_000 : undefined,
    async onEvent(event) {
      const cname = channelOf(event);
      if (cname === undefined) return;
      await env.RECORDINGS.getByName(cname).note(event);
      await env.NOTICES.getByName(cname).tell(event);
    },
  });
}

/** Recordings and v6 say `cname`, v7 says `channel`. */
function channelOf({ payload }: AgoraNotification): string | undefined {
  const cname = "cname" in payload ? payload.cname : "channel" in payload ? payload.channel : undefined;
  return typeof cname === "string" ? cname : undefined;
}
