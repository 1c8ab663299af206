import type { Sentences } from "../../errors/explanation.ts";

/**
 * The words of code 2 that are known from practice, each with what it means: another one takes one line here, one in
 * `headings/reasons.ts` and one in every other language. What has no line is explained as `invalid-parameter`.
 */
export const reasons = {
  "reason:request_hash mismatch!": [
    "The startParameter that acquire was given differs from the clientRequest of this start.",
    "Call acquire again, without startParameter or with exactly this clientRequest, then start.",
  ],
  "reason:services not selected!": [
    "The start request selects nothing that the service could do. Agora does not document this answer.",
    "Check that mode, the scene of acquire and the parts of clientRequest belong together.",
  ],
  "reason:api body validate failed!": [
    "The service refused the request body without naming a field.",
    "Compare names, nesting and types of all fields with Agora's reference; names are case sensitive.",
  ],
  "reason:post method api body check failed!": [
    "The service could not take the request body.",
    "Send cname and uid as strings and clientRequest as an object; uid is a number from 1 to 4294967295.",
  ],
} satisfies Sentences;
