import type { Headings } from "../../../errors/explanation.ts";
import type { stt as sentences } from "../stt.ts";

/** What only Real-Time Speech-to-Text answers: titles and usual causes. */
export const stt = {
  "service-not-enabled/sttTasks": ["Speech-to-Text not enabled"],
  "rest-token-expired": ["REST token expired"],
  "rest-token-invalid": ["REST token not accepted", "App Certificate of another project", "token of an older version"],
  "builder-token-expired": ["Builder token expired"],
  "builder-token-product-mismatch": ["Builder token of another product"],
  "builder-token-unparsable": ["Builder token damaged"],
  "session-mismatch/sttAgents": ["Agent does not fit"],
  "session-mismatch/sttTasks": ["Task does not fit"],
  "task-token-mismatch": ["Task ID does not fit"],
  "invalid-body": ["Request body refused", "value of the wrong form", "value out of range"],
  "translation-target-equals-source": ["Translation into the same language"],
  "already-started/sttTasks": ["Already started"],
  "already-started/sttAgents": ["Already started"],
  conflict: ["Already running"],
  "already-stopping/sttAgents": ["Already leaving"],
  "already-stopping/sttTasks": ["Already stopping"],
  "task-ended": ["Task is over"],
  "no-stream": ["Nothing transcribed"],
  "processing-timeout": ["Processing timed out"],
  "start-network-failure": ["Network failure on start"],
  "internal-error/sttTasks": ["Internal error on start"],
  "internal-communication-error": ["Internal communication error"],
  "v7-error": ["Speech-to-Text error"],
} satisfies Headings<keyof typeof sentences>;
