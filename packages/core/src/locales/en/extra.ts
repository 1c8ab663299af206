import type { Sentences } from "../../errors/explanation.ts";

/** What only sessions raise. */
export const extra = {
  "invalid-state": [
    "The command does not fit the present status of the session; nothing was sent.",
    "Check the status first: stop what is running before a reset, and start before an update.",
  ],
  "storage-failed": [
    "The storage of the session could not be read or written, so nothing was sent.",
    "Allow the page to store data or make room, then try again.",
  ],
  "task-not-found/recording.start": [
    "The service accepted the start, but within 90 s no recorder was seen recording, so nothing is recorded.",
    "Check the causes in this order, then start again.",
  ],
  "task-ended/sttTasks.start": [
    "The service accepted the start, but the task did not come up or broke down later; nothing is transcribed.",
    "Check the causes, then start again.",
  ],
  "task-ended/sttAgents.join": [
    "The service accepted the join, but the agent did not come up or broke down later; nothing is transcribed.",
    "Check the causes, then start again.",
  ],
} satisfies Sentences;

/** What only the server side raises. */
export const signature = {
  "invalid-signature": [
    "The signature of the notification does not fit the secret, so the notification was not accepted.",
    "Compare the secret with the one in Agora Console, and verify the body exactly as it arrived.",
  ],
} satisfies Sentences;
