import { createFakeAgora, type FakeAgora, type FakeAgoraOptions } from "@agora-edge/msw/fake";
import { basicAuth } from "../../auth/basic-auth.ts";
import { createAgoraClient, type AgoraClient } from "../../client/agora-client.ts";
import type { AgoraClientOptions } from "../../context/options.ts";
import { createPageClient, type PageClient, type PageClientOptions } from "../../page.ts";
import { createAgoraHandler, type AgoraHandler, type AgoraHandlerOptions, type AgoraIdentity } from "../../server.ts";

export const storageConfig = {
  vendor: 1,
  region: 0,
  bucket: "recordings",
  accessKey: "canary-access-key",
  secretKey: "canary-secret-key",
} as const;

/** Nothing of these may ever reach a page or a log. */
export const canaries = {
  customerId: "canary-customer-id",
  customerSecret: "canary-customer-secret",
  accessKey: storageConfig.accessKey,
  secretKey: storageConfig.secretKey,
  token: "007canary-rtc-token",
  grantSecret: "canary-grant-secret",
  webhookSecret: "canary-webhook-secret",
  certificate: "ca9a12c0ca9a12c0ca9a12c0ca9a12c0",
};

type SendInit = RequestInit & { user?: string; grant?: string; json?: unknown; accept?: string };

export interface World {
  fake: FakeAgora;
  handler: AgoraHandler;
  /** The client of a page, signed in as this user. */
  page: (user: string, options?: Partial<AgoraClientOptions>) => AgoraClient;
  /** The same page with the client that it has instead. */
  pageClient: (user: string, options?: Partial<PageClientOptions>) => PageClient;
  /** Sends what a page, or an attacker, would send. */
  send: (path: string, init?: SendInit) => Promise<Response>;
  /** What the visitors got: status, headers and body of every answer. */
  answers: string[];
  /** What went to Agora, without secrets. */
  operations: () => string[];
}

export const origin = "https://app.example";

/** A server with the proxy, over a fake Agora. Every signed-in user may do everything, with what is their own. */
export function createWorld(
  options: Partial<AgoraHandlerOptions> & {
    fake?: FakeAgoraOptions;
    server?: Partial<AgoraClientOptions>;
  } = {},
): World {
  const { fake: fakeOptions, server, ...own } = options;
  const { customerId, customerSecret } = canaries;
  const fake = createFakeAgora({ rateLimit: false, customerId, customerSecret, ...fakeOptions });
  const client = createAgoraClient({
    appId: fake.appId,
    auth: basicAuth(customerId, customerSecret),
    fetch: fake.fetch,
    clock: fake.clock,
    random: () => 0,
    rateLimit: false,
    ...server,
  });
  const handler = createAgoraHandler<AgoraIdentity>({
    client,
    basePath: "/api/agora",
    authorize: (request) => {
      const subject = /^Bearer (\w+)$/.exec(request.headers.get("authorization") ?? "")?.[1];
      return subject === undefined ? new Response(null, { status: 401 }) : { subject };
    },
    prepare: {
      "recording.start": ({ body }) => ({
        ...body,
        clientRequest: { ...body.clientRequest, storageConfig, token: canaries.token },
      }),
      "sttAgents.join": ({ body }) => ({
        ...body,
        rtcConfig: { ...body.rtcConfig, pubBotToken: canaries.token },
        captionConfig: { storage: storageConfig },
      }),
      "sttTasks.start": ({ body }) => ({
        ...body,
        rtcConfig: { ...body.rtcConfig, pubBotToken: canaries.token, subBotToken: canaries.token },
      }),
    },
    grantSecrets: [canaries.grantSecret],
    ...own,
  });
  const answers: string[] = [];
  const keep = async (response: Response): Promise<Response> => {
    const headers = JSON.stringify([...response.headers]);
    answers.push(`${response.status} ${headers} ${await response.clone().text()}`);
    return response;
  };
  return {
    fake,
    handler,
    answers,
    page: (user, more) =>
      createAgoraClient({
        appId: fake.appId,
        baseUrl: `${origin}/api/agora`,
        headers: { authorization: `Bearer ${user}` },
        fetch: async (input, init) => keep(await handler(new Request(input, init))),
        clock: fake.clock,
        random: () => 0,
        rateLimit: false,
        ...more,
      }),
    pageClient: (user, more) =>
      createPageClient({
        appId: fake.appId,
        baseUrl: `${origin}/api/agora`,
        headers: { authorization: `Bearer ${user}` },
        fetch: async (input, init) => keep(await handler(new Request(input, init))),
        clock: fake.clock,
        random: () => 0,
        ...more,
      }),
    async send(path, { user = "alice", grant, json, accept, ...init } = {}) {
      const headers = new Headers(init.headers);
      if (!headers.has("authorization") && user !== "") headers.set("authorization", `Bearer ${user}`);
      if (!headers.has("content-type")) headers.set("content-type", "application/json;charset=utf-8");
      if (accept !== undefined) headers.set("accept", accept);
      if (grant !== undefined) headers.set("x-agora-edge-grant", grant);
      const body = json === undefined ? {} : { body: JSON.stringify(json) };
      return keep(await handler(new Request(new URL(path, origin), { method: "POST", ...body, ...init, headers })));
    },
    operations: () => fake.requests.map(({ operation }) => String(operation)),
  };
}

/** What a page says about a recording: neither where its files go nor how the recorder gets in. */
export const clientRequest = {
  recordingConfig: { channelType: 0 },
  recordingFileConfig: { avFileType: ["hls"] },
} as const;
