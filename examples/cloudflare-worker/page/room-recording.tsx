import { useRecordingSession } from "@agora-edge/react";
import { useEffect } from "react";
import { follow } from "./follow.ts";

/** The recording of a room. The Worker watches it and says what has changed; the page asks nothing by itself. */
export function RoomRecording({ cname, live }: { cname: string; live?: string }) {
  const address = live ?? `/recordings/${cname}/live`;
  const recording = useRecordingSession({
    cname,
    uid: "900001",
    mode: "mix",
    clientRequest: { recordingConfig: { channelType: 0 } },
    monitor: false,
  });
  const { receive } = recording;
  useEffect(() => follow(address, receive), [address, receive]);
  return (
    <section>
      <p role="status">{recording.status}</p>
      <button onClick={recording.isActive ? recording.stop : recording.start} disabled={recording.isPending}>
        {recording.isActive ? "Stop" : "Record"}
      </button>
      <ul>
        {recording.files.map((file) => (
          <li key={file.fileName}>{file.fileName}</li>
        ))}
      </ul>
    </section>
  );
}
