import type { ServiceState } from "../../state/state.ts";
import { isAlive } from "../run/run.ts";
import type { CaptionListener } from "../run/caption-hub.ts";
import { playTo, type CaptionPlayback } from "./playback.ts";
import type { CaptionLine } from "./script.ts";

/** The captions of one task, of one agent, or of everything in a channel. */
export interface CaptionSource {
  /** Lets people talk, on the fake's clock; every transcription that runs now hears it. */
  play(lines: readonly CaptionLine[]): CaptionPlayback;
  /** What a client in the channel gets as data stream messages: the bytes, and the uid of the bot that sent them. */
  onCaption(listener: CaptionListener): () => void;
}

export function captionSource(state: ServiceState, target: string): CaptionSource {
  return {
    play(lines) {
      state.scheduler.catchUp();
      const runs = state.stt.runs.filter((run) => isAlive(run) && [run.id, run.config.channel].includes(target));
      if (runs.length === 0) throw new RangeError(`Nothing is being transcribed under the name ${target}.`);
      const playing = runs.map((run) => playTo(state, run, lines));
      return {
        get done() {
          return playing.every((playback) => playback.done);
        },
        cancel: () => playing.forEach((playback) => playback.cancel()),
      };
    },
    onCaption: (listener) => state.stt.captions.subscribe(target, listener),
  };
}
