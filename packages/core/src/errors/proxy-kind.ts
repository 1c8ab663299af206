import type { ProxyErrorKind } from "./kinds.ts";

/** The header by which the app's own proxy says that it, and not the service, has refused a request. */
export const proxyHeader = "x-agora-edge-proxy";

/** What a refusal of the proxy means, by its status. */
export function proxyKind(status: number): ProxyErrorKind {
  if (status === 401) return "proxy-unauthenticated";
  return status === 403 ? "proxy-forbidden" : "proxy-rejected";
}
