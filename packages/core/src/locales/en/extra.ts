import type { Locale } from "../../errors/explanation.ts";

/** What only sessions and the server side raise. */
export const extra = {
  "invalid-state": [
    "Not possible now",
    "The command does not fit the present status of the session; nothing was sent.",
    "Check the status first: stop what is running before a reset, and start before an update.",
    "a command that comes too early or too late",
    "storage of the session that cannot be read or written",
  ],
  "task-not-found/recording.start": [
    "Recording did not come up",
    "The service accepted the start, but within 90 s no recorder was seen recording, so nothing is recorded.",
    "Check the causes in this order, then start again.",
    "wrong or expired RTC token",
    "wrong storage keys, bucket or region",
    "wrong transcodingConfig",
    "uid already in the channel, or a web page that cannot be opened",
  ],
  "task-ended/sttTasks.start": [
    "Transcription broke down",
    "The service accepted the start, but the task did not come up or broke down later; nothing is transcribed.",
    "Check the causes, then start again.",
    "wrong or expired token of a bot",
    "uid of a bot already in the channel",
    "failure of speech recognition or translation",
  ],
  "task-ended/sttAgents.join": [
    "Transcription broke down",
    "The service accepted the join, but the agent did not come up or broke down later; nothing is transcribed.",
    "Check the causes, then start again.",
    "wrong or expired pubBotToken",
    "pubBotUid already in the channel",
    "failure of speech recognition or translation",
  ],
  "invalid-signature": [
    "Signature does not match",
    "The signature of the notification does not fit the secret, so the notification was not accepted.",
    "Compare the secret with the one in Agora Console, and verify the body exactly as it arrived.",
    "secret of another project",
    "body parsed or changed before the check",
    "sender other than Agora",
  ],
} satisfies Partial<Locale>;
