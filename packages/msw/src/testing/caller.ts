import {
  createFakeAgora,
  type FakeAgora,
  type FakeAgoraOptions,
  type RecordingNotification,
  type RecordingView,
} from "../fake.ts";
import { isObject, type JsonObject } from "../fake/runtime/json.ts";

export interface Reply {
  status: number;
  body: JsonObject;
  headers: Headers;
}

export interface Session {
  sid: string;
  resourceId: string;
  query(): Promise<Reply>;
  /** The `serverResponse` of a query that worked. */
  state(): Promise<JsonObject>;
  update(clientRequest: object): Promise<Reply>;
  updateLayout(clientRequest: object): Promise<Reply>;
  stop(clientRequest?: object): Promise<Reply>;
}

export const who = { cname: "room-1", uid: "900001" };

export const storageConfig = { vendor: 1, region: 0, bucket: "bucket", accessKey: "key-id", secretKey: "key-secret" };

export const pageUrl = "https://page.example/lesson";

export const webRequest = (serviceParam: object = {}, more: object = {}, ...services: object[]) => ({
  storageConfig,
  extensionServiceConfig: {
    extensionServices: [
      {
        serviceName: "web_recorder_service",
        serviceParam: {
          url: pageUrl,
          audioProfile: 0,
          videoWidth: 1280,
          videoHeight: 720,
          maxRecordingHour: 2,
          ...serviceParam,
        },
      },
      ...services,
    ],
  },
  ...more,
});

export const pushTo = (rtmpUrl: string) => ({
  serviceName: "rtmp_publish_service",
  serviceParam: { outputs: [{ rtmpUrl }] },
});

export const individualRequest = (recordingConfig: object = {}, more: object = {}) => ({
  storageConfig,
  recordingConfig: { subscribeUidGroup: 0, ...recordingConfig },
  ...more,
});

type Mode = RecordingView["mode"];

/** A fake without a rate limit, and what a plain HTTP client does with it. */
export function callFake(options: FakeAgoraOptions = {}) {
  const fake = createFakeAgora({ rateLimit: false, ...options });
  const events: RecordingNotification[] = [];
  fake.onNotification((event) => {
    if (event.productId === 3) events.push(event);
  });
  const base = `/v1/apps/${fake.appId}/cloud_recording`;

  async function send(method: string, path: string, body?: unknown, headers: HeadersInit = {}): Promise<Reply> {
    const all = new Headers({ authorization: basic(fake), "content-type": "application/json" });
    new Headers(headers).forEach((value, name) => (value === "" ? all.delete(name) : all.set(name, value)));
    const text = typeof body === "string" ? body : JSON.stringify(body);
    const response = await fake.fetch(`https://api.agora.io${path}`, {
      method,
      headers: all,
      ...(body === undefined ? {} : { body: text }),
    });
    const value: unknown = await response.json();
    return { status: response.status, body: isObject(value) ? value : { value }, headers: response.headers };
  }

  const post = (path: string, body: unknown) => send("POST", `${base}${path}`, body);

  const acquire = (clientRequest: object = {}, identity: object = who) =>
    post("/acquire", { ...identity, clientRequest });

  const startWith = (resourceId: unknown, mode: string, clientRequest: object, identity: object = who) =>
    post(`/resourceid/${encodeURIComponent(String(resourceId))}/mode/${mode}/start`, { ...identity, clientRequest });

  function session(resourceId: string, sid: string, mode: Mode, identity: object): Session {
    const path = `/resourceid/${resourceId}/sid/${sid}/mode/${mode}`;
    const query = () => send("GET", `${base}${path}/query`);
    return {
      sid,
      resourceId,
      query,
      state: async () => {
        const { status, body } = await query();
        if (status !== 200 || !isObject(body.serverResponse))
          throw new Error(`query: ${status} ${JSON.stringify(body)}`);
        return body.serverResponse;
      },
      update: (clientRequest) => post(`${path}/update`, { ...identity, clientRequest }),
      updateLayout: (clientRequest) => post(`${path}/updateLayout`, { ...identity, clientRequest }),
      stop: (clientRequest = {}) => post(`${path}/stop`, { ...identity, clientRequest }),
    };
  }

  /** Acquires and starts; fails loudly when one of them does. */
  async function record(
    mode: Mode,
    clientRequest: object = { storageConfig },
    identity: object = who,
  ): Promise<Session> {
    const acquired = await acquire({ scene: mode === "web" ? 1 : 0 }, identity);
    const resourceId = String(acquired.body.resourceId);
    const started = await startWith(resourceId, mode, clientRequest, identity);
    if (started.status !== 200) throw new Error(`start: ${started.status} ${JSON.stringify(started.body)}`);
    return session(resourceId, String(started.body.sid), mode, identity);
  }

  /** The events so far, of one type or of all. */
  const eventsOf = (type: number) => events.filter(({ eventType }) => eventType === type);
  const eventTypes = () => events.map(({ eventType }) => eventType);
  const detailsOf = (type: number) => eventsOf(type).map(({ payload }) => payload.details);

  return { fake, base, send, post, acquire, startWith, session, record, events, eventsOf, eventTypes, detailsOf };
}

export const basic = ({ customerId, customerSecret }: FakeAgora): string =>
  `Basic ${btoa(`${customerId}:${customerSecret}`)}`;
