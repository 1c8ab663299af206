import { CaptionHub } from "../stt/run/caption-hub.ts";
import type { SttAgent, SttRun, SttTask } from "../stt/run/run.ts";

/** What acquire of the builder-token family gave out. */
export interface BuilderToken {
  readonly name: string;
  readonly instanceId: string;
  readonly acquiredAt: number;
  readonly expiredHours: number;
  /** The task that was started with it. */
  task: SttTask | null;
}

/** Everything that the transcription service remembers. */
export class SttState {
  readonly tokens = new Map<string, BuilderToken>();
  readonly tasks = new Map<string, SttTask>();
  readonly agents = new Map<string, SttAgent>();
  readonly captions = new CaptionHub();

  get runs(): SttRun[] {
    return [...this.tasks.values(), ...this.agents.values()];
  }

  /** Listeners of captions stay. */
  clear(): void {
    this.tokens.clear();
    this.tasks.clear();
    this.agents.clear();
  }
}
