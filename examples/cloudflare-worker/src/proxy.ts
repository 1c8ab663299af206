import { type AgoraHandler, createAgoraHandler } from "@agora-edge/core/server";
import { clientOf } from "./client.ts";
import type { Env } from "./env.ts";
import { createRecordingLimits, longestHours } from "./limits.ts";
import { secretsOfStart } from "./start-body.ts";
import { mayRecord, userOf } from "./users.ts";

const refuse = (status: number, reason: string) => Response.json({ reason }, { status });

/** For pages: Agora's own operations. What they start is handed to the object that looks after the channel. */
export function createProxy(env: Env): AgoraHandler {
  const account = () => env.ACCOUNT.getByName(env.AGORA_APP_ID);
  const beyondLimits = createRecordingLimits();
  return createAgoraHandler({
    // What `waitUntil` holds.
    client: clientOf(env, 28_000),
    basePath: "/api/agora",
    // What pages here use. An update could push a recording to another place.
    operations: ["recording.acquire", "recording.start", "recording.query", "recording.updateLayout", "recording.stop"],
    grantSecrets: env.GRANT_SECRETS.split(","),
    authorize(request, call) {
      const subject = userOf(request, env);
      if (subject === undefined) return refuse(401, "Sign in first.");
      if (call.cname !== undefined && !mayRecord(subject, call.cname)) return refuse(403, "This channel is not yours.");
      const reason = beyondLimits(call);
      return reason === undefined ? { subject } : refuse(403, reason);
    },
    prepare: {
      "recording.acquire": async ({ body }) => {
        if (!(await account().hasRoom())) return refuse(503, "No more recordings at the same time.");
        return { ...body, clientRequest: { ...body.clientRequest, resourceExpiredHour: longestHours } };
      },
      "recording.start": async ({ body }) => {
        const { cname, uid, clientRequest } = body;
        return { ...body, clientRequest: { ...clientRequest, ...(await secretsOfStart(env, { cname, uid })) } };
      },
      "recording.stop": async ({ body }) => {
        await env.RECORDINGS.getByName(body.cname).release();
        return body;
      },
    },
    async onHandle(handle) {
      if (!("sid" in handle)) return;
      const { grant: _, ...own } = handle;
      await env.RECORDINGS.getByName(own.cname).adopt(own);
    },
  });
}
