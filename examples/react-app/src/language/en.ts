import type { SessionEnding, SessionStatus } from "@agora-edge/core";

/** What differs between the two panels. */
export interface SessionWords {
  readonly title: string;
  readonly start: string;
  readonly again: string;
  readonly stop: string;
  readonly reserve: string;
  readonly clear: string;
}

const statuses: Record<SessionStatus, string> = {
  idle: "Ready",
  acquiring: "Reserving",
  acquired: "Reserved",
  expired: "Reservation expired",
  starting: "Starting",
  recording: "Recording",
  transcribing: "Transcribing",
  recovering: "Recovering",
  stopping: "Stopping",
  stopped: "Stopped",
  failed: "Failed",
};

const explanations: Record<SessionStatus, string> = {
  idle: "Nothing is running.",
  acquiring: "Getting a place at the service.",
  acquired: "A place is held for five minutes. Start when you are ready.",
  expired: "The place was not used in time. Starting gets a new one by itself.",
  starting: "The service has been asked. It usually takes a few seconds.",
  recording: "The service confirms that it records.",
  transcribing: "The service confirms that it transcribes.",
  recovering: "The service is moving this to another server. It takes up to 90 seconds; nothing has to be done.",
  stopping: "Waiting for the service to confirm.",
  stopped: "It has ended.",
  failed: "It could not go on. See below.",
};

const endings: Record<SessionEnding, string> = {
  requested: "It has ended as you asked.",
  "already-ended": "It had ended before you stopped it, probably because everybody had left.",
  "nothing-recorded": "It has ended, and nothing was recorded: nobody sent audio or video.",
  exited: "It has ended by itself, probably because everybody had left.",
};

export const en = {
  title: "Recording studio",
  language: "Language",
  theme: "Theme",
  themes: { system: "Auto", light: "Light", dark: "Dark" },
  channel: "Channel",
  channelHint: "The room to record and transcribe.",
  channelLocked: "Stop first to choose another channel.",
  restoring: "Looking for what runs…",
  unsettled: "An earlier start was sent and its answer got lost. Starting settles it, without a second recording.",
  statuses,
  explanations,
  endings,
  countdown: "Time left to start",
  elapsed: "Running for",
  retry: "Try again",
  causes: "Usual causes",
  whatToDo: "What to do",
  details: "Details for support",
  copy: "Copy",
  copied: "Copied",
  facts: {
    kind: "Kind",
    operation: "Operation",
    status: "HTTP status",
    code: "Code",
    reason: "Reason",
    requestId: "Request ID",
  },
  recording: {
    title: "Recording",
    start: "Start recording",
    again: "Record again",
    stop: "Stop recording",
    reserve: "Reserve a place",
    clear: "Clear",
  } satisfies SessionWords,
  mode: "What is recorded",
  modes: {
    mix: { name: "Together", hint: "Everybody in one video" },
    individual: { name: "Separately", hint: "Each person in files of their own" },
    web: { name: "Web page", hint: "A page as it looks" },
  },
  pageUrl: "Address of the page",
  pause: "Pause",
  resume: "Resume",
  layout: "Layout",
  layouts: { bestFit: "Grid", floating: "Floating", vertical: "Speaker", custom: "Stage" },
  files: "Files",
  filesSoon: "The first files appear after some seconds.",
  noFiles: "No files yet.",
  tracks: { audio: "Audio", video: "Video", audio_and_video: "Audio and video" },
  speaker: (uid: string) => `Person ${uid}`,
  from: (time: string) => `from ${time}`,
  play: "Play",
  close: "Close",
  cannotPlay: "This file cannot be played here.",
  upload: {
    title: "Upload",
    recorded: "Recorded",
    uploading: "Uploading",
    uploaded: "Uploaded",
    backuped: "In Agora's backup, on its way",
  },
  transcription: {
    title: "Captions",
    start: "Start captions",
    again: "Start captions again",
    stop: "Stop captions",
    reserve: "Reserve a place",
    clear: "Clear",
  } satisfies SessionWords,
  languages: "Languages",
  spoken: "Spoken languages",
  translatedInto: "Translate into",
  add: "Add a language…",
  noMore: (most: number) => `At most ${most}`,
  remove: (name: string) => `Remove ${name}`,
  apply: "Apply",
  applying: "Applying…",
  discard: "Discard",
  captions: "What is said",
  captionsSoon: "Listening…",
  noCaptions: "Captions appear here.",
  notInChannel: "This page is not in the channel: people who are see the captions there.",
  oldVersion: "Older service (v6)",
  oldVersionHint: "For projects from before 2026. It reserves a place first.",
};

export type PageWords = typeof en;
