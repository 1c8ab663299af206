/**
 * Where the files are. `uploaded`: all in the configured storage. `backuped`: all off the recorder, some still in Agora's
 * backup from where they are moved on. `stranded`: still on the recording server, and uploaded later; no failure, and not
 * final: ask again, or wait for the notification. `pending`: the upload goes on. `unknown`: the service does not know.
 *
 * Agora docs: stop, serverResponse.uploadingStatus
 */
export type UploadState = "pending" | "uploaded" | "backuped" | "stranded" | "unknown";
