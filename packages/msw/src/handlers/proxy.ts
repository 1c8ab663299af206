import type { FakeAgora } from "../fake/fake-agora.ts";
import type { ForwardedInit } from "../fake/http/incoming.ts";
import { withoutRegion } from "../fake/http/routes.ts";
import { isObject, parseJson, type JsonObject } from "../fake/runtime/json.ts";

/** The requests that are let through; default: all. */
export type Authorize = (request: Request) => boolean;

/** What the app's own proxy does: it adds the credentials, and the storage, that a page must not have. */
export function throughProxy(
  fake: FakeAgora,
  request: Request,
  path: string,
  authorize: Authorize = () => true,
): Promise<Response> | Response {
  if (!authorize(request)) return signedOut();
  if (/^\/(dev\/v1|v[12]\/ncs)\//.test(withoutRegion(path))) return notServed();
  const { method, signal } = request;
  const headers = new Headers(request.headers);
  // What the page sends as Authorization is between it and the proxy.
  headers.set("authorization", `Basic ${btoa(`${fake.customerId}:${fake.customerSecret}`)}`);
  const text = async () => withStorage(path, await request.text());
  const init: ForwardedInit = { method, headers, signal, forwarded: { from: request.url, text } };
  return fake.fetch(`https://api.agora.io${path}${new URL(request.url).search}`, init);
}

/** Pages may not use channel management. */
const notServed = (): Response =>
  Response.json({ reason: "There is no such operation." }, { status: 404, headers: { "x-agora-edge-proxy": "1" } });

const signedOut = (): Response =>
  Response.json({ message: "nobody is signed in" }, { status: 401, headers: { "x-agora-edge-proxy": "1" } });

/** A vendor whose buckets fit every `region` of acquire. */
const placeholder = {
  vendor: 6,
  region: 0,
  bucket: "of-the-proxy",
  accessKey: "of-the-proxy",
  secretKey: "of-the-proxy",
};

/** Where files go is the proxy's to say, in a start and in what acquire is told of one. */
function withStorage(path: string, text: string): string {
  const body = parseJson(text)?.value;
  if (!isObject(body) || !isObject(body.clientRequest)) return text;
  const { clientRequest } = body;
  if (/\/cloud_recording\/resourceid\/[^/]+\/mode\/[\w-]+\/start$/.test(path)) {
    return JSON.stringify({ ...body, clientRequest: completed(clientRequest) });
  }
  if (!path.endsWith("/cloud_recording/acquire") || !isObject(clientRequest.startParameter)) return text;
  const startParameter = completed(clientRequest.startParameter);
  return JSON.stringify({ ...body, clientRequest: { ...clientRequest, startParameter } });
}

const completed = (request: JsonObject): JsonObject =>
  request.storageConfig === undefined ? { ...request, storageConfig: placeholder } : request;
