import { parentPort, workerData } from "node:worker_threads";
import { type ScopeId, scopes, randomScopes, withSetting } from "../search/scopes.ts";
import { liveAtRandom, shrink } from "./histories.ts";
import { createRandom } from "./random.ts";
import type { RandomFailure, RandomPart, RandomProgress } from "./search-at-random.ts";

const { seed, step, steps, scope: only }: RandomPart = workerData;

/** So many steps are made before the others hear of them. */
const batch = 20_000;

// A stack for each refusal would take longer than the machine itself.
Error.stackTraceLimit = 0;

const ids: readonly ScopeId[] = only ? [only] : [...(Object.keys(scopes) as (keyof typeof scopes)[]), ...randomScopes];

function liveWith(own: number): { steps: number; failure: RandomFailure | null } {
  const scope = ids[own % ids.length] ?? "recording";
  return withSetting(scope, (setting) => {
    const { steps: made, failure } = liveAtRandom(setting, createRandom(own));
    return { steps: made, failure: failure && { scope, seed: own, ...shrink(setting, failure) } };
  });
}

let made = 0;
let told = 0;
for (let own = seed; made < steps; own += step) {
  const { steps: more, failure } = liveWith(own);
  made += more;
  if (failure === null && made - told < batch && made < steps) continue;
  const progress: RandomProgress = { steps: made - told, failure };
  parentPort?.postMessage(progress);
  told = made;
}
