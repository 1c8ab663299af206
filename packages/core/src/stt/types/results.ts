import type { SttState } from "../states.ts";

/** What is known of a task. Agora docs: STT v6, query and update, response */
export interface SttTaskResult {
  readonly taskId: string;
  /** When the service made the task, in Unix seconds. */
  readonly createTs?: number;
  /** The word that the service uses. */
  readonly status: string;
  /** The same in one vocabulary for all generations. */
  readonly state: SttState;
}

/** The end of a task was asked for. Agora docs: STT v6, stop */
export interface SttStopResult {
  readonly taskId: string;
}

/** What is known of an agent. Agora docs: STT v7, query (get) and update, response */
export interface SttAgentResult {
  /** ID of the agent, as the service spells it. */
  readonly agent_id: string;
  /** The same, as handles spell it. */
  readonly agentId: string;
  /** The word that the service uses. */
  readonly status: string;
  /** The same in one vocabulary for all generations. */
  readonly state: SttState;
  /** When the agent was made, in Unix seconds. Samples in the documents show null. */
  readonly create_ts?: number | null;
  /** Free text, such as `ok`. */
  readonly message?: string;
  /** Not in the documents, but seen. */
  readonly name?: string;
  /** Unix seconds. Not in the documents, but seen. */
  readonly start_ts?: number;
  /** Unix seconds. Not in the documents, but seen. */
  readonly stop_ts?: number;
}

/** The agent was told to leave. Agora docs: STT v7, leave */
export interface SttLeaveResult {
  readonly agentId: string;
}
