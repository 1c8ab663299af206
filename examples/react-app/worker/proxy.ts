import { basicAuth, createAgoraClient } from "@agora-edge/core";
import { type AgoraHandler, createAgoraHandler, type ProxyCall } from "@agora-edge/core/server";
import type { Env } from "./env.ts";
import { beyondLimits, longestHours, longestIdle } from "./limits.ts";
import { storageOf, tokensOf } from "./secrets.ts";
import { mayUse, userOf } from "./users.ts";

type Json = Record<string, unknown>;

const isObject = (value: unknown): value is Json => typeof value === "object" && value !== null;

const refuse = (status: number, reason: string) => Response.json({ reason }, { status });

/** How long it goes on without anybody in the channel: 0 would be for ever. */
function withIdleTime(config: unknown): Json {
  const given = isObject(config) ? config : {};
  return { ...given, maxIdleTime: Math.min(Number(given.maxIdleTime) || 30, longestIdle) };
}

/** For pages: Agora's own operations, to which secrets are added here. */
export function createProxy(env: Env): AgoraHandler {
  const { AGORA_BASE_URL, AGORA_AREA } = env;
  const tokenFor = tokensOf(env);

  function authorize(request: Request, call: ProxyCall) {
    const user = userOf(request, env);
    if (user === undefined) return refuse(401, "Sign in first.");
    if (call.cname !== undefined && !mayUse(user, call.cname)) return refuse(403, "This channel is not yours.");
    const reason = beyondLimits(call, env);
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
    grantSecrets: env.GRANT_SECRETS?.split(","),
    authorize,
    prepare: {
      "recording.acquire": ({ body }) => ({
        ...body,
        clientRequest: { ...body.clientRequest, resourceExpiredHour: longestHours },
      }),
      "recording.start": async ({ body, mode }) => {
        const { cname, uid, clientRequest } = body;
        const storageConfig = storageOf(env, cname);
        // The recorder of a page enters no channel.
        if (mode === "web") return { ...body, clientRequest: { ...clientRequest, storageConfig } };
        const recordingConfig = withIdleTime(clientRequest.recordingConfig);
        const token = await tokenFor(cname, Number(uid));
        return { ...body, clientRequest: { ...clientRequest, recordingConfig, token, storageConfig } };
      },
      "sttTasks.acquire": ({ body }) => ({ ...body, resourceExpiredHour: longestHours }),
      "sttAgents.join": ({ body }) => withSecrets(body),
      "sttTasks.start": ({ body }) => withSecrets(body),
    },
  });

  /** v7 has one bot, v6 two: one listens, one sends captions. */
  async function withSecrets(body: Json & { rtcConfig?: Json; captionConfig?: Json }) {
    const { rtcConfig, captionConfig } = body;
    if (!rtcConfig) return refuse(403, "This app transcribes with v7 and v6.");
    const { channelName, subBotUid, pubBotUid } = rtcConfig;
    const cname = String(channelName);
    return {
      ...withIdleTime(body),
      // Only who asks for files gets some.
      ...(captionConfig ? { captionConfig: { ...captionConfig, storage: storageOf(env, cname) } } : {}),
      rtcConfig: {
        ...rtcConfig,
        pubBotToken: await tokenFor(cname, Number(pubBotUid), "publisher"),
        ...(subBotUid === undefined ? {} : { subBotToken: await tokenFor(cname, Number(subBotUid)) }),
      },
    };
  }
}
