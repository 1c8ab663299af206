import type { SttRun } from "./run.ts";

/** One data stream message: what the bot `uid` sent. */
export type CaptionListener = (data: Uint8Array, uid: string) => void;

/** The listeners to captions, each with the task, agent or channel that it listens to. */
export class CaptionHub {
  readonly #listeners = new Set<{ readonly target: string; readonly listener: CaptionListener }>();

  /** `target`: a task, an agent, or a channel. */
  subscribe(target: string, listener: CaptionListener): () => void {
    const entry = { target, listener };
    this.#listeners.add(entry);
    return () => this.#listeners.delete(entry);
  }

  deliver(run: SttRun, data: Uint8Array): void {
    for (const { target, listener } of this.#listeners) {
      if (run.id !== target && run.config.captionChannel !== target) continue;
      try {
        // A copy for each: a listener may do with it what it likes.
        listener(data.slice(), run.config.pubBotUid);
      } catch (error) {
        // A bug of its owner; the service goes on and the error shows as uncaught.
        queueMicrotask(() => {
          throw error;
        });
      }
    }
  }
}
