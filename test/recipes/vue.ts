import type { ClientWith, RecordingSessionOptions, RecordingSnapshot } from "@agora-edge/core";
import { onMounted, onUnmounted, type ShallowRef, shallowRef } from "vue";
import { type RecordingCommands, recordingStore } from "./recording-store.ts";

/** In `setup`. `snapshot` is a ref. */
export function useRecording(
  client: ClientWith<"recording">,
  options: RecordingSessionOptions,
): RecordingCommands & { snapshot: ShallowRef<RecordingSnapshot> } {
  const { getSnapshot, subscribe, start, stop } = recordingStore(client, options);
  const snapshot = shallowRef(getSnapshot());
  const follow = () => {
    snapshot.value = getSnapshot();
  };
  let leave = () => {};
  onMounted(() => {
    leave = subscribe(follow);
    follow();
  });
  onUnmounted(() => leave());
  return { snapshot, start, stop };
}
