import type { Headings } from "../../../errors/explanation.ts";
import type { common as sentences } from "../common.ts";

/** What a service, its gateway or the proxy can answer to any call: titles and usual causes. */
export const common = {
  "invalid-app-id": ["App ID not accepted"],
  "missing-authorization": ["Authorization missing"],
  "invalid-credentials": [
    "Credentials not accepted",
    "App ID used as Customer ID",
    "App Certificate used as Customer Secret",
    "credentials of another account",
  ],
  "no-route": ["No such address"],
  "rate-limited": ["Too many requests", "frequent queries", "several servers with one App ID or account"],
  "invalid-parameter": ["Invalid value", "misspelled or missing field", "wrong type", "value out of range"],
  "service-not-enabled": ["Service not enabled"],
  "bad-request": [
    "Request refused",
    "value that the service does not take",
    "service not enabled",
    "too many calls a second, which China answers with 400",
  ],
  unauthorized: [
    "Not authorized",
    "App ID used as Customer ID",
    "App Certificate used as Customer Secret",
    "credentials of another account",
  ],
  "not-found": ["Not found"],
  "server-error": ["Server error"],
  "gateway-timeout": ["Gateway timeout"],
  ok: ["Success"],
  "dns-failure": ["Host not found"],
  "non-json-response": ["Answer not from the API", "proxy or load balancer", "captive portal", "wrong baseUrl"],
  "unexpected-redirect": [
    "Answer points elsewhere",
    "http: instead of https: in baseUrl",
    "proxy or sign-in page in between",
    "wrong baseUrl",
  ],
  "proxy-unauthenticated": ["Not signed in"],
  "proxy-forbidden": ["Not allowed"],
  "proxy-rejected": ["Refused by the app's server"],
} satisfies Headings<keyof typeof sentences>;
