import type { SessionState } from "../state.ts";
import type { SessionService } from "../types.ts";
import type { Adapter, Adapters } from "./adapter.ts";
import { recordingAdapter } from "./recording.ts";
import { sttAgentsAdapter, sttTasksAdapter } from "./stt.ts";

const adapters: Adapters = { recording: recordingAdapter, sttTasks: sttTasksAdapter, sttAgents: sttAgentsAdapter };

/** What is particular to the service of a session. */
export function adapterOf<S extends SessionService>({ service }: SessionState<S>): Adapter<S> {
  return adapters[service];
}
