import { partsOf } from "../../context/parts-of.ts";
import type { ClientWith } from "../../client/service-client.ts";
import { recordingPort } from "../../effects/services.ts";
import type { RequestPriority } from "../../limiter/rate-limiter.ts";
import type { KnownRecordingMode, RecordingMode } from "../../recording/types/mode.ts";
import type { Supervisor, SupervisorOptions, SupervisorOrder, SupervisorStorage } from "./options.ts";
import { supervise } from "./supervisor.ts";

/** @deprecated The type is called `SupervisorStorage`. */
export type SupervisorMemory = SupervisorStorage;

/** @deprecated The type is called `SupervisorOrder<"recording">`. */
export type RecordingOrder = SupervisorOrder<"recording">;

type Urgency = "now" | "soon" | "later";

/** @deprecated Use the options of `createSupervisor`. */
export interface RecordingSupervisorOptions<Mode extends RecordingMode = KnownRecordingMode> extends Omit<
  SupervisorOptions<"recording", Mode>,
  "service" | "client" | "storage"
> {
  /** The client that sends, or a function that makes it. */
  client: ClientWith<"recording"> | ((urgency: Urgency) => ClientWith<"recording">);
  /**
   * Where the state is kept, and what calls `alarm`.
   *
   * @deprecated Use `storage` of `createSupervisor`, which is the same.
   */
  memory: SupervisorStorage;
}

/** @deprecated The type is called `Supervisor<"recording">`. */
export interface RecordingSupervisor extends Supervisor<"recording"> {
  /** @deprecated Use `release`. */
  letGo(this: void): Promise<void>;
}

const urgencies = { critical: "now", high: "now", normal: "soon", low: "later" } as const;

/**
 * @deprecated Use `createSupervisor({ service: "recording", storage, … })`. A client alone will do: its limiter lets stops
 * and starts go first.
 */
export function createRecordingSupervisor<Mode extends RecordingMode = KnownRecordingMode>(
  given: RecordingSupervisorOptions<Mode>,
): RecordingSupervisor {
  const { client, memory, ...rest } = given;
  const clientOf = (priority: RequestPriority) => (typeof client === "function" ? client(urgencies[priority]) : client);
  const options: SupervisorOptions<"recording", Mode> = {
    ...rest,
    service: "recording",
    client: clientOf("high"),
    storage: memory,
  };
  const port = recordingPort(
    (priority) => clientOf(priority).recording,
    () => options,
  );
  const supervisor = supervise<"recording">(options, port, partsOf(clientOf("low")).limiter);
  return { ...supervisor, letGo: supervisor.release };
}
