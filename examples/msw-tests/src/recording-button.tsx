import { explainError, type MixClientRequest, type RecordingSnapshot } from "@agora-edge/core";
import { useRecordingSession } from "@agora-edge/react";

export interface RecordingButtonProps {
  cname: string;
  uid: string;
  /** Where the files go is for the proxy to say. */
  clientRequest: MixClientRequest;
}

const words: Partial<Record<RecordingSnapshot["status"], string>> = {
  acquiring: "Starting",
  starting: "Starting",
  recording: "Recording",
  recovering: "Recording",
  stopping: "Stopping",
};

/** Starts a recording of a channel and ends it; says in plain words what went wrong. */
export function RecordingButton({ cname, uid, clientRequest }: RecordingButtonProps) {
  const { status, isActive, isPending, error, files, start, stop } = useRecordingSession({
    cname,
    uid,
    mode: "mix",
    clientRequest,
  });
  return (
    <section aria-busy={isPending}>
      <button onClick={isActive ? stop : start} disabled={isPending}>
        {isActive ? "Stop recording" : "Record"}
      </button>
      <p role="status">{words[status] ?? "Not recording"}</p>
      {error && <p role="alert">{explainError(error).title}</p>}
      <ul>
        {files.map(({ fileName }) => (
          <li key={fileName}>{fileName}</li>
        ))}
      </ul>
    </section>
  );
}
