// An edge function that records channels. It runs as it is in Cloudflare Workers; the credentials never leave it.
import {
  AmazonS3Region,
  basicAuth,
  createAgoraClient,
  explainError,
  isAgoraError,
  StorageVendor,
  type AgoraClient,
  type RecordingHandle,
  type RecordingResource,
} from "@agora-edge/core";
import { zhCN } from "@agora-edge/core/locales/zh-CN";

export interface Env {
  AGORA_APP_ID: string;
  AGORA_CUSTOMER_ID: string;
  AGORA_CUSTOMER_SECRET: string;
  STORAGE_BUCKET: string;
  STORAGE_ACCESS_KEY: string;
  STORAGE_SECRET_KEY: string;
  /** What callers have to show. A real app looks at its own session instead: see `isAllowed`. */
  APP_TOKEN: string;
  /** Only for trying it out: the address of a fake service. */
  AGORA_BASE_URL?: string;
}

let shared: AgoraClient | undefined;

/** One client for all requests, because it keeps to the ten requests a second that an App ID may send. */
function agora(env: Env): AgoraClient {
  shared ??= createAgoraClient({
    appId: env.AGORA_APP_ID,
    auth: basicAuth(env.AGORA_CUSTOMER_ID, env.AGORA_CUSTOMER_SECRET),
    ...(env.AGORA_BASE_URL ? { baseUrl: env.AGORA_BASE_URL } : { area: "EU" }),
  });
  return shared;
}

/** Who may record whom is for your app to say. Whoever passes here spends your money. */
function isAllowed(request: Request, env: Env): boolean {
  return request.headers.get("authorization") === `Bearer ${env.APP_TOKEN}`;
}

interface LayoutChange {
  handle: RecordingHandle<"mix">;
  layout: { mixedVideoLayout: 0 | 1 | 2 };
}

type Route = (recording: AgoraClient["recording"], request: Request, env: Env) => Promise<unknown>;

const routes: Record<string, Route> = {
  // { cname, uid } → a resource, good for one start within five minutes
  "POST /resources": async (recording, request) => {
    const { cname, uid }: { cname: string; uid: string } = await request.json();
    return recording.acquire({ cname, uid, clientRequest: { resourceExpiredHour: 24 } });
  },

  // the resource → a handle. Keep it: nothing else can query or stop this recording.
  "POST /recordings": async (recording, request, env) => {
    const resource: RecordingResource = await request.json();
    return recording.start({
      ...resource,
      mode: "mix",
      clientRequest: {
        storageConfig: {
          vendor: StorageVendor.AmazonS3,
          region: AmazonS3Region.EU_CENTRAL_1,
          bucket: env.STORAGE_BUCKET,
          accessKey: env.STORAGE_ACCESS_KEY,
          secretKey: env.STORAGE_SECRET_KEY,
        },
        recordingConfig: { channelType: 0, maxIdleTime: 120 },
        recordingFileConfig: { avFileType: ["hls", "mp4"] },
      },
    });
  },

  // the handle's fields in the query string → its state and its files
  "GET /recordings": (recording, request) => {
    const fields = new URL(request.url).searchParams;
    const field = (name: string) => fields.get(name) ?? "";
    return recording.query({
      cname: field("cname"),
      uid: field("uid"),
      resourceId: field("resourceId"),
      sid: field("sid"),
      mode: "mix",
    });
  },

  // { handle, layout } → nothing new: the whole layout is replaced
  "POST /layout": async (recording, request) => {
    const { handle, layout }: LayoutChange = await request.json();
    return recording.updateLayout(handle, layout);
  },

  // the handle → the files, when they are uploaded
  "POST /stop": async (recording, request) => {
    const handle: RecordingHandle = await request.json();
    return recording.stop(handle, { async_stop: false });
  },
};

/** What went wrong, for a person, in the language of the browser. Errors of the SDK never hold a secret. */
function explain(error: unknown, request: Request): Response {
  const isChinese = /^zh\b/i.test(request.headers.get("accept-language") ?? "");
  const { title, explanation, action, causes } = explainError(error, isChinese ? { locale: zhCN } : {});
  const kind = isAgoraError(error) ? error.kind : "unknown";
  // 400: your request was wrong. 502: Agora refused. Never Agora's own 401, which says nothing about your visitor.
  const status = kind === "invalid-request" ? 400 : 502;
  return Response.json({ kind, title, explanation, action, causes }, { status });
}

export default {
  async fetch(request: Request, env: Env): Promise<Response> {
    if (!isAllowed(request, env)) return new Response("Sign in first.", { status: 401 });
    const route = routes[`${request.method} ${new URL(request.url).pathname}`];
    if (!route) return new Response("There is no such route.", { status: 404 });
    try {
      return Response.json(await route(agora(env).recording, request, env));
    } catch (error) {
      return explain(error, request);
    }
  },
};
