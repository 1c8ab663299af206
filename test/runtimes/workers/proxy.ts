import { basicAuth, createAgoraClient } from "@agora-edge/core";
import { createAgoraHandler, type AgoraHandler, type ServerContext } from "@agora-edge/core/server";

interface Env {
  BASE_URL: string;
  APP_ID: string;
  CUSTOMER_ID: string;
  CUSTOMER_SECRET: string;
}

const stored: object[] = [];
let handler: AgoraHandler | undefined;

function handlerOf(env: Env): AgoraHandler {
  handler ??= createAgoraHandler({
    client: createAgoraClient({
      appId: env.APP_ID,
      auth: basicAuth(env.CUSTOMER_ID, env.CUSTOMER_SECRET),
      baseUrl: env.BASE_URL,
    }),
    basePath: "/api/agora",
    authorize: () => ({ subject: "alice" }),
    prepare: {
      "recording.start": ({ body }) => ({
        ...body,
        clientRequest: {
          ...body.clientRequest,
          storageConfig: { vendor: 1, region: 0, bucket: "b", accessKey: "key-value", secretKey: "secret-value" },
        },
      }),
    },
    onHandle: (handle) => stored.push(handle),
  });
  return handler;
}

export default {
  async fetch(request: Request, env: Env, context: ServerContext): Promise<Response> {
    const { pathname } = new URL(request.url);
    if (pathname === "/stored") return Response.json(stored);
    // Without the context nothing holds the Worker: for the test that shows what it is for.
    return handlerOf(env)(request, request.headers.has("x-no-context") ? undefined : context);
  },
};
