import type { ClientWith, RecordingSessionOptions, RecordingSnapshot } from "@agora-edge/core";
import { type Accessor, createSignal, onCleanup, onMount } from "solid-js";
import { type RecordingCommands, recordingStore } from "./recording-store.ts";

/** In a component. `snapshot` is a signal. */
export function createRecording(
  client: ClientWith<"recording">,
  options: RecordingSessionOptions,
): RecordingCommands & { snapshot: Accessor<RecordingSnapshot> } {
  const { getSnapshot, subscribe, start, stop } = recordingStore(client, options);
  const [snapshot, setSnapshot] = createSignal(getSnapshot());
  const follow = () => setSnapshot(getSnapshot());
  onMount(() => {
    onCleanup(subscribe(follow));
    follow();
  });
  return { snapshot, start, stop };
}
