import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import type { Failure, Level } from "./explorer.ts";
import type { ScopeId } from "./scopes.ts";
import { createVisitedMemory } from "./visited.ts";
import type { Part } from "./worker.ts";

/** So many weights are gone through before the threads share the work. */
const alone = 6;

/** How far a search came. */
export interface Progress {
  readonly weight: number;
  readonly states: number;
  readonly moves: number;
  readonly seconds: number;
}

export interface SearchResult extends Progress {
  readonly failure: Failure | null;
}

export interface Limits {
  /** The search ends with this weight. */
  readonly weight: number;
  /** So many states fit into the table. The search ends before a weight that might have more. */
  readonly states: number;
  /** No weight is begun after so many seconds, or that may take longer than what is left; up to `least` time does not matter. */
  readonly seconds: number;
  /** The search goes through this weight, however long that takes. */
  readonly least: number;
}

interface Thread {
  answer(): Promise<readonly Level[]>;
  next(isLast: boolean): void;
  end(): Promise<number>;
}

function startThread(part: Part): Thread {
  const worker = new Worker(new URL("./worker.ts", import.meta.url), {
    workerData: part,
    resourceLimits: { maxOldGenerationSizeMb: 6000 },
  });
  return {
    answer: () =>
      new Promise((resolve, reject) => {
        worker.once("message", resolve);
        worker.once("error", reject);
      }),
    next: (isLast) => worker.postMessage(isLast),
    end: () => worker.terminate(),
  };
}

/** Each weight has about so many times the worlds of the one before, at most. */
const growth = 4;

/** Goes through all worlds of a scope on all cores, weight by weight, until a promise is broken or the limits are reached. */
export async function search(
  scope: ScopeId,
  limits: Limits,
  onProgress: (progress: Progress) => void = () => {},
): Promise<SearchResult> {
  const begin = performance.now();
  const parts = availableParallelism();
  const memory = createVisitedMemory(limits.states);
  const threads = Array.from({ length: parts }, (_, part) => startThread({ scope, memory, part, parts, alone }));
  let result: SearchResult = { weight: 0, states: 1, moves: 0, seconds: 0, failure: null };
  let lastSeconds = 0;
  /** How many times the time of the weight before the next one takes, by the last two. */
  let slowdown = growth;

  function add(levels: readonly Level[]): void {
    const seconds = (performance.now() - begin) / 1000;
    const previous = lastSeconds;
    lastSeconds = seconds - result.seconds;
    if (previous > 1) slowdown = Math.min(growth, Math.max(2, lastSeconds / previous));
    result = {
      weight: result.weight + 1,
      states: result.states + levels.reduce((sum, { found }) => sum + found, 0),
      moves: result.moves + levels.reduce((sum, { moves }) => sum + moves, 0),
      seconds,
      failure: levels.find(({ failure }) => failure !== null)?.failure ?? null,
    };
    onProgress(result);
  }

  try {
    const [first = []] = await Promise.all(threads.map((thread) => thread.answer()));
    for (const level of first) add([level]);
    while (result.failure === null && result.weight < limits.weight) {
      const isTooMuch = result.states * growth > limits.states;
      const isTooLate = result.weight >= limits.least && result.seconds + lastSeconds * slowdown > limits.seconds;
      if (isTooMuch || isTooLate) break;
      // Worlds are only kept where there is a next weight that will be gone through.
      const after = growth * growth;
      const isLast =
        result.weight + 1 === limits.weight ||
        result.states * after > limits.states ||
        (result.weight + 1 >= limits.least &&
          result.seconds + lastSeconds * slowdown * (1 + slowdown) > limits.seconds);
      const answers = threads.map((thread) => thread.answer());
      for (const thread of threads) thread.next(isLast);
      add((await Promise.all(answers)).flat());
      if (isLast) break;
    }
    return result;
  } finally {
    await Promise.all(threads.map((thread) => thread.end()));
  }
}
