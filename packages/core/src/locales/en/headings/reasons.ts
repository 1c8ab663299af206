import type { Headings } from "../../../errors/explanation.ts";
import type { reasons as sentences } from "../reasons.ts";

/** The words of code 2 that are known from practice: titles and usual causes. */
export const reasons = {
  "reason:request_hash mismatch!": ["startParameter differs"],
  "reason:services not selected!": [
    "Nothing to record selected",
    "mode web without scene 1 or without web_recorder_service",
    "recording, snapshots or extension service left out or misspelled",
  ],
  "reason:api body validate failed!": [
    "Body refused",
    "uid that is a number instead of a string",
    "field in the wrong object",
    "region that the vendor does not have",
  ],
  "reason:post method api body check failed!": [
    "Body not readable",
    "uid above 4294967295, or no number",
    "missing cname, uid or clientRequest",
    "body that is no JSON object",
  ],
} satisfies Headings<keyof typeof sentences>;
