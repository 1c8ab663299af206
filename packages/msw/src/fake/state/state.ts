import type { Channels } from "./channels.ts";
import type { Conditions } from "./conditions.ts";
import type { Epoch } from "../runtime/epoch.ts";
import type { Ids } from "../runtime/ids.ts";
import type { JsonObject } from "../runtime/json.ts";
import type { Bans } from "./bans.ts";
import type { Notifier } from "./notifier.ts";
import type { Pages } from "./pages.ts";
import type { Settings } from "../settings/settings.ts";
import type { StartListener } from "./started.ts";
import type { SttState } from "./stt-state.ts";
import type { Task } from "../recording/task/task.ts";
import type { Scheduler } from "../time/scheduler.ts";

/** What acquire gave out. */
export interface Resource {
  readonly id: string;
  readonly cname: string;
  readonly uid: string;
  readonly acquiredAt: number;
  readonly expiredHours: number;
  readonly isWeb: boolean;
  readonly region: unknown;
  readonly startParameter: JsonObject | null;
  /** The task that was started with it. */
  sid: string | null;
}

/** Everything that the service remembers, and what it works with. */
export interface ServiceState {
  readonly settings: Settings;
  readonly scheduler: Scheduler;
  readonly epoch: Epoch;
  readonly notifier: Notifier;
  readonly channels: Channels;
  readonly bans: Bans;
  readonly pages: Pages;
  readonly resources: Map<string, Resource>;
  readonly tasks: Map<string, Task>;
  readonly stt: SttState;
  readonly startListeners: Set<StartListener>;
  ids: Ids;
  conditions: Conditions;
}
