import type { ClientWith, RecordingSessionOptions, RecordingSnapshot } from "@agora-edge/core";
import { type Signal, signal } from "@preact/signals";
import { useEffect, useState } from "preact/hooks";
import { type RecordingCommands, recordingStore } from "./recording-store.ts";

/** In a component. Only what reads `snapshot.value` renders again. */
export function useRecording(
  client: ClientWith<"recording">,
  options: RecordingSessionOptions,
): RecordingCommands & { snapshot: Signal<RecordingSnapshot> } {
  const [{ look, ...recording }] = useState(() => {
    const { getSnapshot, subscribe, start, stop } = recordingStore(client, options);
    const snapshot = signal(getSnapshot());
    const follow = () => {
      snapshot.value = getSnapshot();
    };
    const look = () => {
      const leave = subscribe(follow);
      follow();
      return leave;
    };
    return { look, snapshot, start, stop };
  });
  useEffect(look, [look]);
  return recording;
}
