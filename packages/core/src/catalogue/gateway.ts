import type { AgoraErrorKind } from "../errors/kinds.ts";
import type { common } from "../locales/en/common.ts";
import type { CatalogueRow, StatusRow } from "./row.ts";

type GatewayKind = Extract<keyof typeof common, AgoraErrorKind>;

/** What the gateway says to any call, before the service sees it. Agora docs: Cloud Recording, "Response status codes". */
export const gatewayRows: readonly CatalogueRow<GatewayKind>[] = [
  ["*", 0, "appid is invalid", "invalid-app-id"],
  ["*", 0, "invalid appid", "invalid-app-id"],
  ["*", 0, "Unauthorized", "missing-authorization"],
  ["*", 0, "Invalid authentication credentials", "invalid-credentials"],
  ["*", 0, "no Route matched with those values", "no-route"],
  ["*", 0, "API rate limit exceeded", "rate-limited", "back-off", [1, 3, 6]],
];

/** Where nothing but the HTTP status speaks, and the service has nothing of its own to say about it. */
export const gatewayStatuses: readonly StatusRow<GatewayKind>[] = [
  ["*", [200], "ok", "not-applicable"],
  ["*", [400], "bad-request"],
  ["*", [401], "unauthorized"],
  ["*", [403], "service-not-enabled"],
  ["*", [404], "not-found", "ambiguous", [5, 10, 15]],
  ["*", [429], "rate-limited", "back-off", [1, 3, 6]],
  ["*", [500], "server-error", "back-off", [3, 6, 9], 1],
  ["*", [504], "gateway-timeout", "ambiguous", [3, 6, 9], 1],
];
