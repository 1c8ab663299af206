import type { AgoraErrorKind, Explanation, SessionEnding, SessionStatus } from "@agora-edge/core";

type PersonalTexts = Partial<Record<AgoraErrorKind, Pick<Explanation, "title" | "explanation" | "action">>>;

/** What differs between the two panels. */
export interface SessionWords {
  readonly title: string;
  readonly start: string;
  readonly again: string;
  readonly stop: string;
  /** A stop that waits for the start. */
  readonly stopping: string;
  readonly reserve: string;
  readonly giveBack: string;
  readonly clear: string;
  /** A start whose answer got lost. */
  readonly unsettled: string;
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
  "already-ended":
    "The service no longer finds it: it had ended, or an earlier stop worked. This is checked again for 90 seconds.",
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
  offline: "There is no network. The stop continues when it is back.",
  statuses,
  explanations,
  endings,
  countdown: "Time left to start",
  elapsed: "Running for",
  retry: "Try again",
  causes: "Usual causes",
  whatToDo: "What to do",
  reason: "The answer was",
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
    stopping: "Stopping…",
    reserve: "Reserve a place",
    giveBack: "Give the place back",
    clear: "Clear",
    unsettled: "An earlier start was sent and its answer got lost. Starting settles it, without a second recording.",
  } satisfies SessionWords,
  mode: "What is recorded",
  modes: {
    mix: { name: "Together", hint: "Everybody in one video" },
    raw: { name: "Separately", hint: "Each person in files of their own" },
    web: { name: "Web page", hint: "A page as it looks" },
  },
  pageUrl: "Address of the page",
  pageHint: "Begins with https://. It has to open without signing in.",
  paused: "Paused",
  pausedHint: "The page is not being recorded until you resume.",
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
  past: {
    title: "Past recordings",
    refresh: "Refresh",
    none: "Nothing was recorded in this channel yet.",
    failed: "The server did not say what was recorded. Refresh in a moment.",
    running: "still recording",
    open: "Open",
    recording: "The recording",
    person: "Whose video",
    noFiles: "No files are there yet. They come within a minute after the recording begins.",
    download: "Download",
  },
  upload: {
    title: "Upload",
    recorded: "Recorded",
    uploading: "Uploading",
    uploaded: "Uploaded",
    backuped: "In Agora's backup, on its way",
    stranded: "On Agora's recording server, uploaded later",
  },
  transcription: {
    title: "Captions",
    start: "Start captions",
    again: "Start captions again",
    stop: "Stop captions",
    stopping: "Stopping…",
    reserve: "Reserve a place",
    giveBack: "Give the place back",
    clear: "Clear",
    unsettled:
      "An earlier start was sent and its answer got lost. Captions that it started end by themselves, five minutes after the last person has left.",
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
  oldVersionHint: "Ended in June 2026; for those who still have it. It reserves a place first.",
  /** For people, in the place of what the SDK tells developers. */
  errors: {
    "task-conflict": {
      title: "Somebody else is recording this channel",
      explanation: "This channel is being recorded already, from another browser or by another user.",
      action: "Leave it running, or ask whoever started it to stop it. Then start again.",
    },
    conflict: {
      title: "This channel has captions already",
      explanation:
        "They were started from another browser, by another user, or by a start whose answer got lost. Everybody in the channel sees them.",
      action:
        "Leave them running, or ask whoever started them to stop them. They end by themselves, five minutes after the last person has left.",
    },
    "start-server-error": {
      title: "The service had a problem",
      explanation: "It did not say whether the start worked.",
      action: "Try again in a moment: it is settled then, without a second recording.",
    },
    "already-started": {
      title: "It may be running already",
      explanation: "The answer to an earlier start was lost, and the service does not name what it started.",
      action: "Wait a minute: a message of the service usually settles it. Else start again.",
    },
    "client-timeout": {
      title: "No answer in time",
      explanation: "The request may have worked all the same.",
      action: "Check your connection and try again: nothing is started twice.",
    },
  } satisfies PersonalTexts,
};

export type PageWords = typeof en;
