import type { Headings } from "../../../errors/explanation.ts";
import type { sttTasks as sentences } from "../stt-tasks.ts";

/** What only Real-Time Speech-to-Text with builder tokens answers: titles and usual causes. */
export const sttTasks = {
  "service-not-enabled/sttTasks": ["Speech-to-Text not enabled"],
  "builder-token-expired": ["Builder token expired"],
  "builder-token-product-mismatch": ["Builder token of another product"],
  "session-mismatch/sttTasks": ["Task does not fit"],
  "invalid-body": ["Request body refused", "value of the wrong form", "value out of range"],
  "already-started/sttTasks": ["Already started"],
  "already-stopping/sttTasks": ["Already stopping"],
  "task-ended": ["Task is over"],
  "start-network-failure": ["Network failure on start"],
  "internal-error/sttTasks": ["Internal error on start"],
} satisfies Headings<keyof typeof sentences>;
