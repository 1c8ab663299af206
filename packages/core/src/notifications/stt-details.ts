/** A caption file. Agora docs: STT v5 and v6, webhook events */
export interface SttNotificationFile {
  readonly fileName?: string;
  readonly trackType?: string;
  /** 1 the whole channel, 2 one user. */
  readonly mode?: number;
  /** Ms since the epoch. */
  readonly sliceStartTime?: number;
}

interface Details {
  /** The event by the service's own name. */
  readonly msgName?: string;
}

interface UploadedDetails extends Details {
  /** 0 is normal. */
  readonly status?: number;
  readonly fileList?: readonly SttNotificationFile[];
}

/** `payload.details` of Real-Time STT v5 and v6, by event. Everything may be missing. */
export interface SttTaskDetails {
  /** `fileList` is the name of the M3U8. */
  "task-file-infos": Details & { readonly fileList?: string };
  /** Event 30: the upload begins. */
  "task-uploader-started": Details & { readonly status?: number };
  /** Event 31: all caption files are in the bucket. */
  "task-uploaded": UploadedDetails;
  /** Event 32: all are uploaded, at least one to the service's backup. */
  "task-backuped": UploadedDetails;
  /** `progress` from 0 to 10,000. */
  "task-uploading-progress": Details & { readonly progress?: number };
}

interface SttAgentFacts {
  readonly agent_id?: string;
  readonly channel?: string;
  /** Called milliseconds, sent as seconds: the size tells (10 digits are seconds). */
  readonly start_ts?: number;
  readonly message?: string;
}

interface SttAgentFile {
  readonly file_name?: string;
  /** Ms since the epoch. */
  readonly file_creation_ts?: number;
  readonly message?: string;
}

/** `payload` of Real-Time STT v7, by event. Everything may be missing. */
export interface SttAgentPayloads {
  /** Event 101: the agent is in the channel. */
  "agent-joined": SttAgentFacts;
  /** Event 102: the agent has left. */
  "agent-left": SttAgentFacts & {
    /** As `start_ts`. */
    readonly stop_ts?: number;
    readonly status?: "STOPPED" | "FAILED" | (string & {});
  };
  /** Half a minute before the token of the bot runs out. */
  "agent-token-expiring": SttAgentFacts & { readonly name?: string };
  /** Event 200: a caption file begins. */
  "agent-file-infos": SttAgentFacts & SttAgentFile;
  /** Event 201: a caption file is in the bucket. */
  "agent-uploaded": SttAgentFacts & SttAgentFile;
  /** Event 202: caption files could not be uploaded. */
  "agent-upload-failed": SttAgentFacts & {
    readonly succeed_file_list?: readonly SttAgentFile[];
    readonly failed_file_list?: readonly SttAgentFile[];
  };
}
