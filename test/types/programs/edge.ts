// What a program for an edge function writes, with the types of no page.
import { basicAuth, createAgoraClient, createWebStorage } from "@agora-edge/core";
import { createPageClient } from "@agora-edge/core/page";
import { createAgoraHandler } from "@agora-edge/core/server";
import { createFakeAgora } from "@agora-edge/msw/fake";

const fake = createFakeAgora();

const client = createAgoraClient({
  appId: fake.appId,
  auth: basicAuth(fake.customerId, fake.customerSecret),
  headers: async () => new Headers({ "x-trace": "1" }),
  fetch: (input, init) => fetch(input, init),
});

export const overProxy = createAgoraClient({
  appId: fake.appId,
  baseUrl: "https://app.example/api/agora",
  headers: { authorization: "Bearer 1" },
  credentials: "include",
});

// What may not be set is passed on as it is, also with `exactOptionalPropertyTypes`.
declare const settings: { readonly proxy?: string; readonly seconds?: number; readonly signal?: AbortSignal };

export const asSet = createAgoraClient({
  appId: fake.appId,
  auth: basicAuth(fake.customerId, fake.customerSecret),
  baseUrl: settings.proxy,
  timeout: settings.seconds && settings.seconds * 1000,
  rateLimit: settings.seconds,
});
export const users = () => asSet.channels.users("room-1", { signal: settings.signal });
export const fakeAsSet = createFakeAgora({ appId: settings.proxy, speed: settings.seconds });

export const page = createPageClient({ appId: fake.appId, baseUrl: "/api/agora", headers: [["x-trace", "1"]] });

const values = new Map<string, string>();
export const storage = createWebStorage(() => ({
  getItem: (key) => values.get(key) ?? null,
  setItem: (key, value) => void values.set(key, value),
  removeItem: (key) => void values.delete(key),
}));

const handler = createAgoraHandler({
  client,
  basePath: "/api/agora",
  grantSecrets: ["a-long-and-random-secret"],
  authorize: (request) => ({ subject: request.headers.get("x-user") ?? "" }),
});

export const worker = { fetch: (request: Request): Promise<Response> => handler(request) };
