import type { Sentences } from "../../errors/explanation.ts";

/** What only Real-Time Speech-to-Text with builder tokens answers: v5, v6 and the beta. */
export const sttTasks = {
  "service-not-enabled/sttTasks": [
    "Real-Time Speech-to-Text is not enabled for the project of this App ID.",
    "Enable it in Agora Console or ask Agora support, then call again.",
  ],
  "builder-token-expired": [
    "The builder token was not used within five minutes after acquire, so no task can be started with it.",
    "Call acquire again, then start at once.",
  ],
  "builder-token-product-mismatch": [
    "The builder token was issued for another product or environment.",
    "Call acquire of Speech-to-Text, then start with the tokenName that it returns.",
  ],
  "session-mismatch/sttTasks": [
    "The App ID, taskId and tokenName do not belong to the same task.",
    "Use the handle exactly as start returned it.",
  ],
  "invalid-body": [
    "The service checked the request body and refused it; nothing was started or changed.",
    "Correct what the reason names, then call again.",
  ],
  "already-started/sttTasks": [
    "This builder token has been started before: the first start worked, and there is no second task.",
    "Keep that task, with the taskId that its start returned; the reason may name it too.",
  ],
  "already-stopping/sttTasks": [
    "This task was told to stop before, so there is nothing left to stop.",
    "Treat the task as stopped.",
  ],
  "task-ended": [
    "The task is no longer running: it was stopped, was idle for too long, or failed.",
    "Treat the task as stopped; call acquire and start if another one is needed.",
  ],
  "start-network-failure": [
    "A network failure inside the service interrupted the start; the task may be running.",
    "Repeat start with the same tokenName after 3 and 6 s; already-started then means that it worked. If every try fails, call acquire and start again.",
  ],
  "internal-error/sttTasks": [
    "The service failed internally during the start; the task may be running.",
    "With code 501, 502 or 504, repeat start with the same tokenName after 1, 3 and 6 s; already-started then means that it worked. With any other, or if every try fails, contact Agora support.",
  ],
} satisfies Sentences;
