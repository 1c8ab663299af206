import type { Headings } from "../../../errors/explanation.ts";
import type { stt as sentences } from "../stt.ts";

/** What Real-Time Speech-to-Text answers in every version: titles and usual causes. */
export const stt = {
  "rest-token-expired": ["REST token expired"],
  "rest-token-invalid": ["REST token not accepted", "App Certificate of another project", "token of an older version"],
  "builder-token-unparsable": ["Builder token damaged"],
  "session-mismatch/sttAgents": ["Agent does not fit"],
  "task-token-mismatch": ["Task ID does not fit"],
  "translation-target-equals-source": ["Translation into the same language"],
  "already-started/sttAgents": ["Already started"],
  conflict: ["Already running"],
  "already-stopping/sttAgents": ["Already leaving"],
  "no-stream": ["Nothing transcribed"],
  "processing-timeout": ["Processing timed out"],
  "internal-communication-error": ["Internal communication error"],
  "v7-error": ["Speech-to-Text error"],
} satisfies Headings<keyof typeof sentences>;
