import { explainError, isAgoraError, type MixClientRequest, type RecordingHandle } from "@agora-edge/core";
import { useAgoraClient } from "@agora-edge/react";
import { useState } from "react";

export interface RecordingButtonProps {
  cname: string;
  uid: string;
  clientRequest: MixClientRequest;
}

/** Starts a recording of a channel and ends it; says in plain words what went wrong. */
export function RecordingButton({ cname, uid, clientRequest }: RecordingButtonProps) {
  const { recording } = useAgoraClient();
  const [handle, setHandle] = useState<RecordingHandle<"mix"> | null>(null);
  const [isPending, setPending] = useState(false);
  const [files, setFiles] = useState<readonly string[]>([]);
  const [problem, setProblem] = useState("");

  async function start() {
    const resource = await recording.acquire({ cname, uid, clientRequest: {} });
    setHandle(await recording.start({ ...resource, mode: "mix", clientRequest }));
  }

  async function stop(running: RecordingHandle<"mix">) {
    try {
      const result = await recording.stop(running, { async_stop: false });
      setFiles(result.files.map(({ fileName }) => fileName));
    } catch (error) {
      // It ended by itself, for instance because everybody had left: for a user that is no failure.
      if (!isAgoraError(error) || error.kind !== "task-not-found") throw error;
    }
    setHandle(null);
  }

  async function press() {
    setPending(true);
    setProblem("");
    try {
      await (handle ? stop(handle) : start());
    } catch (error) {
      setProblem(explainError(error).title);
    } finally {
      setPending(false);
    }
  }

  return (
    <section aria-busy={isPending}>
      <button onClick={() => void press()} disabled={isPending}>
        {handle ? "Stop recording" : "Record"}
      </button>
      <p role="status">{handle ? "Recording" : "Not recording"}</p>
      {problem && <p role="alert">{problem}</p>}
      <ul>
        {files.map((file) => (
          <li key={file}>{file}</li>
        ))}
      </ul>
    </section>
  );
}
