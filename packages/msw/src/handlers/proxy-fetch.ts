import type { FakeAgora } from "../fake/fake-agora.ts";
import { addressOf } from "./address.ts";
import { throughProxy, type Authorize } from "./proxy.ts";

/** Options of `proxyFetch`. */
export interface ProxyFetchOptions {
  /** The address of the app's proxy, as the client has it. Relative or absolute. */
  readonly baseUrl: string;
  /** The requests that the proxy lets through; others get its 401. Default: all */
  readonly authorize?: Authorize | undefined;
}

/** The `fetch` of a page's client without MSW: it leads to the fake as if through the app's proxy, all in memory. */
export function proxyFetch(fake: FakeAgora, { baseUrl, authorize }: ProxyFetchOptions): typeof fetch {
  const address = addressOf(baseUrl);
  return async (input, init) => {
    const request = new Request(input instanceof Request ? input : absolute(String(input)), init);
    const path = address.pathBehindProxy(new URL(request.url));
    return path === null ? fake.fetch(request) : throughProxy(fake, request, path, authorize);
  };
}

/** Where there is no page, as in Node, a relative address counts on any host. */
const absolute = (url: string): string =>
  new URL(url, typeof location === "object" ? location.href : "http://any-host.invalid/").href;
