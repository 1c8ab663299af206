import type { Headings } from "../../../errors/explanation.ts";
import type { extra as sentences, signature } from "../extra.ts";

/** What only sessions and the server side raise: titles and usual causes. */
export const extra = {
  "invalid-state": [
    "Not possible now",
    "a command that comes too early or too late",
    "a command that another one has made useless",
  ],
  "storage-failed": [
    "Storage cannot be used",
    "storage blocked by the browser or by a private window",
    "storage that is full",
    "record of a newer version of the app",
    "storage that does not answer",
  ],
  "task-not-found/recording.start": [
    "Recording did not come up",
    "wrong or expired RTC token",
    "wrong storage keys, bucket or region",
    "wrong transcodingConfig",
    "uid already in the channel, or a web page that cannot be opened",
  ],
  "task-ended/sttTasks.start": [
    "Transcription broke down",
    "wrong or expired token of a bot",
    "uid of a bot already in the channel",
    "failure of speech recognition or translation",
  ],
  "task-ended/sttAgents.join": [
    "Transcription broke down",
    "wrong or expired pubBotToken",
    "pubBotUid already in the channel",
    "failure of speech recognition or translation",
  ],
  "invalid-signature": [
    "Signature does not match",
    "secret of another project",
    "body parsed or changed before the check",
    "sender other than Agora",
  ],
} satisfies Headings<keyof typeof sentences | keyof typeof signature>;
