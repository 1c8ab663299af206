import { basicAuth, createAgoraClient, type StorageConfig } from "@agora-edge/core";
import { type AgoraHandler, createAgoraHandler, createTokenProvider } from "@agora-edge/core/server";

interface Env {
  AGORA_APP_ID: string;
  AGORA_CUSTOMER_ID: string;
  AGORA_CUSTOMER_SECRET: string;
  /** Only for projects with an App Certificate. */
  AGORA_APP_CERTIFICATE?: string;
  /** Only for the fake service. */
  AGORA_BASE_URL?: string;
  /** At least 16 characters: openssl rand -base64 32 */
  GRANT_SECRET: string;
  S3_BUCKET: string;
  S3_ACCESS_KEY: string;
  S3_SECRET_KEY: string;
}

const rooms = ["room-1"];

function createHandler(env: Env): AgoraHandler {
  const storageConfig: StorageConfig = {
    vendor: 1, // Amazon S3
    region: 0, // US East (N. Virginia)
    bucket: env.S3_BUCKET,
    accessKey: env.S3_ACCESS_KEY,
    secretKey: env.S3_SECRET_KEY,
  };
  const tokenFor = env.AGORA_APP_CERTIFICATE
    ? createTokenProvider({ appId: env.AGORA_APP_ID, appCertificate: env.AGORA_APP_CERTIFICATE })
    : undefined;
  return createAgoraHandler({
    client: createAgoraClient({
      appId: env.AGORA_APP_ID,
      auth: basicAuth(env.AGORA_CUSTOMER_ID, env.AGORA_CUSTOMER_SECRET),
      ...(env.AGORA_BASE_URL ? { baseUrl: env.AGORA_BASE_URL } : {}),
    }),
    basePath: "/api/agora",
    operations: ["recording.*"],
    grantSecrets: [env.GRANT_SECRET],
    authorize: (_request, { cname }) =>
      cname && !rooms.includes(cname) ? new Response(null, { status: 403 }) : { subject: "everybody" },
    prepare: {
      "recording.start": async ({ body }) => ({
        ...body,
        clientRequest: {
          ...body.clientRequest,
          storageConfig,
          ...(tokenFor ? { token: await tokenFor(body.cname, Number(body.uid)) } : {}),
        },
      }),
    },
  });
}

let handler: AgoraHandler | undefined;

export default {
  fetch(request: Request, env: Env, context: { waitUntil(work: Promise<unknown>): void }) {
    handler ??= createHandler(env);
    return handler(request, context);
  },
};
