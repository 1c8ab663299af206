import { basicAuth, createAgoraClient } from "@agora-edge/core";
import { checkStorage } from "@agora-edge/core/files";
import { type AgoraHandler, createAgoraHandler, type ProxyCall } from "@agora-edge/core/server";
import { captionBotUid, listeningBotUid } from "../uids.ts";
import type { Env } from "./env.ts";
import { createAppLimits, longestHours } from "./limits.ts";
import { placeOf, storageOf, tokensOf } from "./secrets.ts";
import { mayUse, userOf } from "./users.ts";

type Json = Record<string, unknown>;

const refuse = (status: number, reason: string) => Response.json({ reason }, { status });

/** For pages: Agora's own operations, to which secrets are added here. */
export function createProxy(env: Env): AgoraHandler {
  const { AGORA_BASE_URL, AGORA_AREA } = env;
  const tokenFor = tokensOf(env);
  const beyondLimits = createAppLimits(env);

  function authorize(request: Request, call: ProxyCall) {
    const user = userOf(request, env);
    if (user === undefined) return refuse(401, "Sign in first.");
    if (call.cname !== undefined && !mayUse(user, call.cname)) return refuse(403, "This channel is not yours.");
    const reason = beyondLimits(user, call);
    return reason === undefined ? { subject: user } : refuse(403, reason);
  }

  return createAgoraHandler({
    client: createAgoraClient({
      appId: env.AGORA_APP_ID,
      auth: basicAuth(env.AGORA_CUSTOMER_ID, env.AGORA_CUSTOMER_SECRET),
      ...(AGORA_BASE_URL ? { baseUrl: AGORA_BASE_URL } : AGORA_AREA ? { area: AGORA_AREA } : {}),
      // What `waitUntil` holds.
      maxElapsed: 28_000,
    }),
    basePath: "/api/agora",
    // What the page uses. It lists no agents.
    operations: ["recording.*", "sttTasks.*", "sttAgents.join", "sttAgents.get", "sttAgents.update", "sttAgents.leave"],
    grantSecrets: env.GRANT_SECRETS?.split(","),
    authorize,
    // Where there is a bucket: the fake takes any storage.
    storageCheck:
      AGORA_BASE_URL && !env.STORAGE_ENDPOINT
        ? undefined
        : { check: (storageConfig) => checkStorage(storageConfig, placeOf(env)) },
    async onHandle(handle, _user) {
      if ("sid" in handle) await env.RECORDINGS.getByName(handle.cname).remember(handle);
    },
    prepare: {
      "recording.acquire": ({ body }) => ({
        ...body,
        clientRequest: { ...body.clientRequest, resourceExpiredHour: longestHours },
      }),
      "recording.start": async ({ body, mode }) => {
        const { cname, uid, clientRequest } = body;
        const storageConfig = storageOf(env, cname);
        // The recorder of a page enters no channel.
        const token = mode === "web" ? {} : { token: await tokenFor(cname, Number(uid)) };
        return { ...body, clientRequest: { ...clientRequest, ...token, storageConfig } };
      },
      "sttTasks.acquire": ({ body }) => ({ ...body, resourceExpiredHour: longestHours }),
      // Captions go to the bucket: they are the subtitles of what is recorded meanwhile.
      "sttAgents.join": ({ body }) => withBots({ ...body, captionConfig: { ...body.captionConfig } }),
      "sttTasks.start": ({ body }) => withBots(body),
    },
  });

  function withStorage(captionConfig: Json, cname: string): Json {
    const { extensionParams, ...storage } = storageOf(env, cname);
    return { ...captionConfig, storage, ...(extensionParams ? { extensionParams } : {}) };
  }

  /** v7 has one bot, v6 two: one listens, one sends captions. Which uids they have is said here, whatever was sent. */
  async function withBots(body: Json & { rtcConfig?: Json; captionConfig?: Json }) {
    const { rtcConfig, captionConfig } = body;
    const cname = String(rtcConfig?.channelName);
    const hasListener = rtcConfig?.subBotUid !== undefined;
    const subBotToken = hasListener ? await tokenFor(cname, Number(listeningBotUid)) : "";
    return {
      ...body,
      ...(captionConfig ? { captionConfig: withStorage(captionConfig, cname) } : {}),
      rtcConfig: {
        ...rtcConfig,
        pubBotUid: captionBotUid,
        pubBotToken: await tokenFor(cname, Number(captionBotUid), "publisher"),
        ...(hasListener ? { subBotUid: listeningBotUid, subBotToken } : {}),
      },
    };
  }
}
