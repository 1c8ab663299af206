import {
  createFakeAgora,
  type FakeAgoraOptions,
  type SttAgentNotification,
  type SttTaskNotification,
} from "../fake.ts";
import { isObject, parseJson, type JsonObject } from "../fake/runtime/json.ts";
import { basic } from "./caller.ts";

export interface SttReply {
  status: number;
  body: JsonObject;
  text: string;
}

export const flatRequest = (more: object = {}, rtc: object = {}) => ({
  languages: ["en-US"],
  rtcConfig: { channelName: "room-1", subBotUid: "47091", pubBotUid: "88222", ...rtc },
  ...more,
});

export const joinRequest = (more: object = {}, rtc: object = {}) => ({
  name: "agent-1",
  languages: ["en-US"],
  rtcConfig: { channelName: "room-1", pubBotUid: "88222", ...rtc },
  ...more,
});

export const captionStorage = { vendor: 1, region: 0, bucket: "bucket", accessKey: "key-id", secretKey: "key-secret" };

export const nestedRequest = (recognize: object = {}, config: object = {}) => ({
  audio: {
    subscribeSource: "AGORARTC",
    agoraRtcConfig: {
      channelName: "room-1",
      uid: "47091",
      channelType: "LIVE_TYPE",
      subscribeConfig: { subscribeMode: "CHANNEL_MODE" },
      maxIdleTime: 120,
    },
  },
  config: {
    features: ["RECOGNIZE"],
    recognizeConfig: {
      language: "en-US,es-ES",
      model: "Model",
      output: { destinations: ["AgoraRTCDataStream"], agoraRTCDataStream: { uid: "88222" } },
      ...recognize,
    },
    ...config,
  },
});

/** A fake without a rate limit, and what a plain HTTP client does with its transcription service. */
export function callStt(options: FakeAgoraOptions = {}) {
  const fake = createFakeAgora({ rateLimit: false, ...options });
  const taskEvents: SttTaskNotification[] = [];
  const agentEvents: SttAgentNotification[] = [];
  fake.onNotification((event) => {
    if (event.productId !== 20) return;
    if ("sid" in event) agentEvents.push(event);
    else taskEvents.push(event);
  });
  const old = `/v1/projects/${fake.appId}/rtsc/speech-to-text`;
  const base = `/api/speech-to-text/v1/projects/${fake.appId}`;

  async function send(method: string, path: string, body?: unknown, authorization = basic(fake)): Promise<SttReply> {
    const headers = { "content-type": "application/json", ...(authorization && { authorization }) };
    const sent = body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) };
    const response = await fake.fetch(`https://api.agora.io${path}`, { method, headers, ...sent });
    const text = await response.text();
    const value = parseJson(text)?.value;
    return { status: response.status, body: isObject(value) ? value : {}, text };
  }

  const acquire = (body: unknown = { instanceId: "room-1" }) => send("POST", `${old}/builderTokens`, body);

  async function newToken(instanceId = "room-1"): Promise<string> {
    const { status, body } = await acquire({ instanceId });
    if (status !== 200) throw new Error(`acquire: ${status} ${JSON.stringify(body)}`);
    return String(body.tokenName);
  }

  const startWith = (token: string, body: unknown = flatRequest()) =>
    send("POST", `${old}/tasks?builderToken=${encodeURIComponent(token)}`, body);

  const taskPath = (token: string, id: string, more = "") => `${old}/tasks/${id}?builderToken=${token}${more}`;

  const onTask = (token: string, id: string) => ({
    token,
    id,
    query: () => send("GET", taskPath(token, id)),
    update: (body: unknown, mask: string, sequenceId: unknown = 1) =>
      send("PATCH", taskPath(token, id, `&sequenceId=${String(sequenceId)}&updateMask=${mask}`), body),
    stop: () => send("DELETE", taskPath(token, id)),
  });

  /** Acquires and starts; fails loudly when one of them does. */
  async function task(body: unknown = flatRequest(), instanceId = "room-1") {
    const token = await newToken(instanceId);
    const started = await startWith(token, body);
    if (started.status !== 200) throw new Error(`start: ${started.status} ${JSON.stringify(started.body)}`);
    return onTask(token, String(started.body.taskId));
  }

  const join = (body: unknown = joinRequest()) => send("POST", `${base}/join`, body);

  const onAgent = (id: string) => ({
    id,
    get: () => send("GET", `${base}/agents/${id}`),
    update: (body: unknown, search = "") => send("POST", `${base}/agents/${id}/update${search}`, body),
    leave: () => send("POST", `${base}/agents/${id}/leave`),
  });

  async function agent(body: unknown = joinRequest()) {
    const joined = await join(body);
    if (joined.status !== 200) throw new Error(`join: ${joined.status} ${JSON.stringify(joined.body)}`);
    return onAgent(String(joined.body.agent_id));
  }

  const list = (search = "") => send("GET", `${base}/agents${search}`);

  return {
    fake,
    old,
    base,
    send,
    taskEvents,
    agentEvents,
    acquire,
    newToken,
    startWith,
    onTask,
    task,
    join,
    onAgent,
    agent,
    list,
  };
}
