import { basicAuth, createAgoraClient, isAgoraError, type AgoraClient } from "@agora-edge/core";

interface Env {
  BASE_URL: string;
  APP_ID: string;
  CUSTOMER_ID: string;
  CUSTOMER_SECRET: string;
}

let shared: AgoraClient | undefined;

/** One client for all requests, and one request a second: whoever comes second has to wait for a slot. */
function clientOf(env: Env): AgoraClient {
  shared ??= createAgoraClient({
    appId: env.APP_ID,
    auth: basicAuth(env.CUSTOMER_ID, env.CUSTOMER_SECRET),
    baseUrl: env.BASE_URL,
    rateLimit: { limit: 1, interval: 1000 },
  });
  return shared;
}

export default {
  async fetch(request: Request, env: Env): Promise<Response> {
    const { searchParams } = new URL(request.url);
    const abortAfter = searchParams.get("abortAfter");
    const signal = abortAfter === null ? undefined : AbortSignal.timeout(Number(abortAfter));
    try {
      const cname = searchParams.get("cname") ?? "";
      const resource = await clientOf(env).recording.acquire({ cname, uid: "900001" }, signal ? { signal } : {});
      return Response.json({ cname: resource.cname });
    } catch (error) {
      return Response.json({ kind: isAgoraError(error) ? error.kind : String(error) }, { status: 502 });
    }
  },
};
