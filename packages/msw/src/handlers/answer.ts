import { HttpResponse } from "msw";
import type { FakeAgora } from "../fake/fake-agora.ts";
import type { Address } from "./address.ts";

/** The fake's answer to a request that MSW has caught. A handler that throws would answer 500; broken must look broken. */
export async function answer(fake: FakeAgora, request: Request, address: Address): Promise<Response> {
  const path = address.pathBehindProxy(new URL(request.url));
  try {
    return await (path === null ? fake.fetch(request) : proxied(fake, request, path));
  } catch {
    return HttpResponse.error();
  }
}

/** What the app's own proxy does: it adds the credentials that a page must not have. */
async function proxied(fake: FakeAgora, request: Request, path: string): Promise<Response> {
  const { method, signal } = request;
  const body = await request.text();
  const headers = new Headers(request.headers);
  if (!headers.has("authorization")) {
    headers.set("authorization", `Basic ${btoa(`${fake.customerId}:${fake.customerSecret}`)}`);
  }
  return fake.fetch(`https://api.agora.io${path}${new URL(request.url).search}`, {
    method,
    headers,
    signal,
    ...(body === "" ? {} : { body }),
  });
}
