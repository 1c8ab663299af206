import { type AgoraHandler, createAgoraHandler } from "@agora-edge/core/server";
import { clientOf } from "./client.ts";
import type { Env } from "./env.ts";
import { secretsOfStart } from "./start-body.ts";
import { mayRecord, userOf } from "./users.ts";

/** For pages: Agora's own operations. What they start is handed to the object that looks after the channel. */
export function createProxy(env: Env): AgoraHandler {
  const account = () => env.ACCOUNT.getByName(env.AGORA_APP_ID);
  return createAgoraHandler({
    // What `waitUntil` holds.
    client: clientOf(env, "now", 28_000),
    basePath: "/api/agora",
    grantSecrets: env.GRANT_SECRETS.split(","),
    authorize(request, { cname }) {
      const subject = userOf(request, env);
      if (subject === undefined) return new Response(null, { status: 401 });
      if (cname !== undefined && !mayRecord(subject, cname)) return new Response(null, { status: 403 });
      return { subject };
    },
    prepare: {
      "recording.acquire": async ({ body }) =>
        (await account().hasRoom()) ? body : new Response("No more recordings at the same time.", { status: 503 }),
      "recording.start": async ({ body, identity }) => {
        const { cname, uid } = body;
        const secrets = await secretsOfStart(env, { cname, uid, folder: identity.subject });
        return { ...body, clientRequest: { ...body.clientRequest, ...secrets } };
      },
      "recording.stop": async ({ body }) => {
        await env.RECORDINGS.getByName(body.cname).letGo();
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
