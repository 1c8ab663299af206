import type { Reasons } from "../../errors/explanation.ts";

/**
 * The words of code 2 that are known from practice, each with what it means: one more is one line here, and one in every other
 * language. What has no line is explained as `invalid-parameter`.
 */
export const reasons = {
  "reason:request_hash mismatch!": [
    "startParameter differs",
    "The startParameter that acquire was given differs from the clientRequest of this start.",
    "Call acquire again, without startParameter or with exactly this clientRequest, then start.",
  ],
  "reason:services not selected!": [
    "Nothing to record selected",
    "The start request selects nothing that the service could do. Agora does not document this answer.",
    "Check that mode, the scene of acquire and the parts of clientRequest belong together.",
    "mode web without scene 1 or without web_recorder_service",
    "recording, snapshots or extension service left out or misspelled",
  ],
  "reason:api body validate failed!": [
    "Body refused",
    "The service refused the request body without naming a field.",
    "Compare names, nesting and types of all fields with Agora's reference; names are case sensitive.",
    "uid that is a number instead of a string",
    "field in the wrong object",
    "region that the vendor does not have",
  ],
  "reason:post method api body check failed!": [
    "Body not readable",
    "The service could not take the request body.",
    "Send cname and uid as strings and clientRequest as an object; uid is a number from 1 to 4294967295.",
    "uid above 4294967295, or no number",
    "missing cname, uid or clientRequest",
    "body that is no JSON object",
  ],
} satisfies Reasons;
