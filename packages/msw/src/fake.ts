/** A little Agora in memory, without MSW. */
export { createFakeAgora, type FakeAgora } from "./fake/create.ts";
export type { FakeAgoraOptions } from "./fake/options.ts";
export type { ChannelUser, JoinOptions } from "./fake/channels.ts";
export type { Refusal, UploadOutcome } from "./fake/conditions.ts";
export type { CdnControl, ChannelControl, HostControl, PageControl } from "./fake/controls.ts";
export type { FaultHandle, FaultOptions } from "./fake/faults/faults.ts";
export type { JournalEntry } from "./fake/http/journal.ts";
export type { FakeNotification, NotificationListener } from "./fake/notifications.ts";
export type { PageFailure } from "./fake/pages.ts";
export type { RecordedFile } from "./fake/tasks/files.ts";
export type { Ending } from "./fake/tasks/task.ts";
export type { FakeClock } from "./fake/time/scheduler.ts";
export type { RecordingView } from "./fake/view.ts";
