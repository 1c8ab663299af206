import type { AgoraError } from "../../errors/agora-error.ts";
import { AgoraNetworkError } from "../../errors/network-error.ts";
import { noRetry } from "../../errors/retry-advice.ts";
import { local } from "../../locales/en/local.ts";
import type { Clock } from "../../runtime/clock.ts";
import { sleep } from "../../runtime/sleep.ts";

/** Loads what makes a session. */
export type Code<T> = () => Promise<() => T>;

/** Before each repeat, in ms. */
const delays = [1000, 3000];

/** @throws AgoraError of kind `network-error` when the app's server does not give the code */
export async function loadCode<T>(code: Code<T>, clock: Clock): Promise<() => T> {
  for (let repeats = 0; ; repeats++) {
    try {
      return await code();
    } catch (cause) {
      const delay = delays[repeats];
      if (delay === undefined) throw notLoaded(cause);
      await sleep(clock, delay, undefined);
    }
  }
}

function notLoaded(cause: unknown): AgoraError {
  const detail = "The app could not load its own code; nothing was sent. Load the page again if that goes on.";
  const retry = { ...noRetry, policy: "back-off" } as const;
  return new AgoraNetworkError({ kind: "network-error", text: local["network-error"], detail, retry, cause });
}
