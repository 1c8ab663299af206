/** A little Agora in memory, without MSW. */
export { createFakeAgora } from "./fake/create.ts";
export type { FakeAgora } from "./fake/fake-agora.ts";
export type { FakeAgoraOptions, SttRelease } from "./fake/settings/options.ts";
export type { FakeStorage, MediaFile, UploadedObject } from "./fake/settings/storage.ts";
export type { ChannelUser, JoinOptions } from "./fake/state/channels.ts";
export type { Refusal, Refused, UploadOutcome } from "./fake/state/conditions.ts";
export type { CdnControl, ChannelControl, HostControl, PageControl } from "./fake/controls.ts";
export type { DeliveryOptions } from "./fake/state/delivery.ts";
export type {
  NotificationDelivery,
  NotificationSender,
  NotificationTarget,
  SendOptions,
} from "./fake/delivery/send.ts";
export { type NotificationSignatures, signNotification } from "./fake/delivery/sign.ts";
export type { FaultHandle, FaultOptions } from "./fake/faults/faults.ts";
export type { FaultKind } from "./fake/faults/kinds.ts";
export { faultKinds } from "./fake/faults/lookup.ts";
export type { JournalEntry } from "./fake/http/journal.ts";
export type { FakeNotification, RecordingNotification } from "./fake/state/notification.ts";
export type { NotificationListener } from "./fake/state/notifier.ts";
export type { PageFailure } from "./fake/state/pages.ts";
export type { RecordedFile } from "./fake/recording/task/file-names.ts";
export type { Scenario } from "./fake/fake-agora.ts";
export type { Started, StartListener } from "./fake/state/started.ts";
export type { CaptionListener } from "./fake/stt/run/caption-hub.ts";
export type { CaptionPlayback } from "./fake/stt/captions/playback.ts";
export type { CaptionLine } from "./fake/stt/captions/script.ts";
export type { CaptionSource } from "./fake/stt/captions/source.ts";
export type { BreakDownCause } from "./fake/stt/lifecycle/break-down.ts";
export type { SttAgentNotification, SttNotification, SttTaskNotification } from "./fake/state/notification.ts";
export type { SpeakerLanguages, Translation } from "./fake/stt/run/config.ts";
export type { AgentStatus, SttEnding, TaskStatus, TaskVersion } from "./fake/stt/run/run.ts";
export type { SttAgentView, SttTaskView } from "./fake/stt/view.ts";
export type { Ending } from "./fake/recording/task/task.ts";
export type { FakeClock } from "./fake/time/scheduler.ts";
export type { RecordingView } from "./fake/recording/view.ts";
export { proxyFetch, type ProxyFetchOptions } from "./handlers/proxy-fetch.ts";
export { scenarios } from "./scenarios/scenarios.ts";
