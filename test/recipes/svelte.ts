import type { ClientWith, RecordingSessionOptions, RecordingSnapshot } from "@agora-edge/core";
import { createSubscriber } from "svelte/reactivity";
import { type RecordingCommands, recordingStore } from "./recording-store.ts";

/** In the script of a component. It looks as long as an effect or a template reads `snapshot`. */
export function createRecording(
  client: ClientWith<"recording">,
  options: RecordingSessionOptions,
): RecordingCommands & { readonly snapshot: RecordingSnapshot } {
  const { getSnapshot, subscribe, start, stop } = recordingStore(client, options);
  const look = createSubscriber((update) => subscribe(update));
  return {
    get snapshot() {
      look();
      return getSnapshot();
    },
    start,
    stop,
  };
}
