import { HttpResponse } from "msw";
import type { FakeAgora } from "../fake/fake-agora.ts";
import type { Address } from "./address.ts";
import { throughProxy, type Authorize } from "./proxy.ts";

/** The addresses and the clients that the handlers answer. */
export interface Site {
  readonly address: Address;
  readonly authorize: Authorize | undefined;
}

/** The fake's answer to a request that MSW has caught. A handler that throws would answer 500; broken must look broken. */
export async function answer(fake: FakeAgora, request: Request, { address, authorize }: Site): Promise<Response> {
  const path = address.pathBehindProxy(new URL(request.url));
  try {
    return await (path === null ? fake.fetch(request) : throughProxy(fake, request, path, authorize));
  } catch {
    return HttpResponse.error();
  }
}
