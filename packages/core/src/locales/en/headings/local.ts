import type { Headings } from "../../../errors/explanation.ts";
import type { local as sentences } from "../local.ts";

/** What goes wrong on this side, with no answer: titles and usual causes. */
export const local = {
  "client-timeout": ["No answer in time"],
  "network-error": [
    "Connection failed",
    "device offline",
    "firewall, proxy or certificate",
    "page whose origin the proxy does not allow (CORS)",
    "fetch that is not bound or not the platform's",
  ],
  "unexpected-response": ["Unexpected answer", "proxy that changes answers", "wrong baseUrl"],
  aborted: ["Cancelled"],
  "in-doubt": ["Outcome unknown"],
  "invalid-config": ["Invalid client options"],
  "invalid-request": ["Invalid request"],
} satisfies Headings<keyof typeof sentences>;
