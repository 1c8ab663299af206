/** What each group of states can say, in the spelling of the service. */
interface StateValues {
  /** `serverResponse.status` of a query, `details.status` of event 3. */
  "recording.status": 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 20;
  /** State of one module, as `subServiceStatus` has it. */
  "recording.serviceState":
    | "serviceIdle"
    | "serviceStarted"
    | "serviceReady"
    | "serviceInProgress"
    | "serviceCompleted"
    | "servicePartialCompleted"
    | "serviceValidationFailed"
    | "serviceAbnormal";
  /** `uploadingStatus` of a stop. */
  "recording.upload": "uploaded" | "backuped" | "unknown" | "unknow" | "stranded";
  /** `payload.state` of an extension service. */
  "recording.extension": "init" | "inProgress" | "exit";
  /** `status` of a push to a CDN, in a query and in event 100. */
  "recording.rtmp": "connecting" | "publishing" | "onhold" | "disconnected";
  /** `errorCode` of event 1, where `module` is 1 or 2; the other modules send other numbers. */
  "recording.notificationError": 32 | 47 | 50 | 51 | 52;
  /** `warnCode` of event 2, where `module` is 1; the recorder (0) sends other numbers. */
  "recording.notificationWarning": 31 | 32;
  /** `exitStatus` of event 11. */
  "recording.exit": 0 | 1;
  /** One bit of `leaveCode` of event 41, or 0 for none of them. */
  "recording.leave": 0 | 2 | 4 | 8 | 16;
  /** `code` of event 71. */
  "recording.webStop": 0 | 1 | 2 | 3 | 4 | 5 | 6;
  /** `limitType` of event 72. */
  "recording.webLimit": "resolution" | "WebGL" | "bandwidth";
  /** `reason` of event 73. */
  "recording.webReload": "audio_silence" | "page_load_timeout";
  /** What the health check of the webhook address shows in Agora Console. */
  "webhook.health": 590 | 591 | 592;
  /** `status` of a Speech-to-Text task (v5, v6). */
  "sttTasks.status":
    | "IDLE"
    | "PREPARING"
    | "PREPARED"
    | "STARTING"
    | "CREATED"
    | "STARTED"
    | "IN_PROGRESS"
    | "STOPPING"
    | "STOPPED"
    | "FAILURE_STOP";
  /** `status` of a Speech-to-Text agent (v7). */
  "sttAgents.status": "IDLE" | "STARTING" | "RUNNING" | "STOPPING" | "STOPPED" | "RECOVERING" | "FAILED";
  /** `message` of the Speech-to-Text event 102. */
  "sttAgents.left":
    | "OK"
    | "Idle for too long"
    | "Task exceeded maximum lifetime"
    | "RTC connection error"
    | "Fatal ASR error"
    | "Fatal Translation error";
}

/** Where a state comes from: the same value means different things in different groups. */
export type StateGroup = keyof StateValues;

/** A state that the documents know: its group, a slash, and its value, as in `recording.status/5`. */
export type StateKey = { [Group in StateGroup]: `${Group}/${StateValues[Group]}` }[StateGroup];
