"use client";

import { createPageClient } from "@agora-edge/core/page";
import { AgoraProvider, localStorageAdapter, useRecordingSession } from "@agora-edge/react";

// The App ID is no secret. This one is the fake's: put yours here later.
const agora = createPageClient({ appId: "0123456789abcdef0123456789abcdef", baseUrl: "/api/agora" });

function Recorder() {
  const recording = useRecordingSession({
    cname: "room-1",
    uid: "900001", // the recorder's own uid: nobody else in the channel may have it
    mode: "mix",
    clientRequest: { recordingConfig: { channelType: 1 } },
    storage: localStorageAdapter, // a reload finds the recording again
  });
  const isRunning = recording.isActive && !recording.unsettled;
  return (
    <main>
      <button onClick={recording.start} disabled={recording.isPending || isRunning}>
        Record
      </button>
      <button onClick={recording.stop} disabled={!recording.isActive && !recording.unsettled}>
        Stop
      </button>
      <p role="status">{recording.status}</p>
    </main>
  );
}

export default function Page() {
  return (
    <AgoraProvider client={agora}>
      <Recorder />
    </AgoraProvider>
  );
}
