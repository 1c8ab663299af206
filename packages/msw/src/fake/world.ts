import type { Channels } from "./channels.ts";
import type { Conditions } from "./conditions.ts";
import type { Era } from "./era.ts";
import type { Ids } from "./ids.ts";
import type { JsonObject } from "./json.ts";
import type { Bans } from "./management/bans.ts";
import type { Notifier } from "./notifications.ts";
import type { Pages } from "./pages.ts";
import type { Settings } from "./settings.ts";
import type { StartListener } from "./started.ts";
import type { SttWorld } from "./stt/stt-world.ts";
import type { Task } from "./tasks/task.ts";
import type { Scheduler } from "./time/scheduler.ts";

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
export interface World {
  readonly settings: Settings;
  readonly scheduler: Scheduler;
  readonly era: Era;
  readonly notifier: Notifier;
  readonly channels: Channels;
  readonly bans: Bans;
  readonly pages: Pages;
  readonly resources: Map<string, Resource>;
  readonly tasks: Map<string, Task>;
  readonly stt: SttWorld;
  readonly startListeners: Set<StartListener>;
  ids: Ids;
  conditions: Conditions;
}
