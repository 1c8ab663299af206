import { refusals } from "../http/refusals.ts";
import { serverOperations } from "../http/route-table.ts";
import { answer, bare, htmlPage, type Fixtures } from "./fixture.ts";

const all = serverOperations;

const withAppId = all.filter((operation) => operation.startsWith("channels."));

/** Of operations for which no failures of their own are documented: what the gateway, or the way to it, can do to any. */
export const gatewayFixtures = {
  "invalid-app-id": [answer(withAppId, refusals.wrongAppId)],
  "missing-authorization": [answer(all, refusals.unauthorized)],
  "invalid-credentials": [answer(all, refusals.wrongCredentials)],
  "no-route": [answer(all, refusals.noRoute)],
  "rate-limited": [answer(all, refusals.tooManyRequests)],
  "service-not-enabled": [answer(all, bare(403))],
  "bad-request": [answer(all, bare(400))],
  unauthorized: [answer(all, bare(401))],
  "not-found": [answer(all, bare(404))],
  "server-error": [answer(all, bare(500))],
  "gateway-timeout": [answer(all, bare(504))],
  "client-timeout": [{ operations: all, effect: () => ({ kind: "hang" }) }],
  "network-error": [{ operations: all, effect: () => ({ kind: "network", trouble: "refused" }) }],
  "dns-failure": [{ operations: all, effect: () => ({ kind: "network", trouble: "dns" }) }],
  "non-json-response": [answer(all, htmlPage(502))],
  "unexpected-response": [
    answer(
      all.filter((operation) => !/updateBan|unban/.test(operation)),
      bare(200, { unexpected: true }),
    ),
  ],
} satisfies Fixtures;
