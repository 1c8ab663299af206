import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import type { Failure } from "../search/explorer.ts";
import type { ScopeId } from "../search/scopes.ts";

export interface RandomFailure extends Failure {
  readonly scope: ScopeId;
  readonly seed: number;
}

/** What a thread does: the histories of every so-manieth seed, until so many steps were made. */
export interface RandomPart {
  readonly seed: number;
  readonly step: number;
  readonly steps: number;
  /** Only this one; null: all in turn. */
  readonly scope: ScopeId | null;
}

export interface RandomProgress {
  /** Since it was told last. */
  readonly steps: number;
  readonly failure: RandomFailure | null;
}

export interface RandomResult {
  readonly seed: number;
  readonly steps: number;
  readonly threads: number;
  readonly seconds: number;
  readonly failures: readonly RandomFailure[];
}

/** More failures than these are the same ones again. */
const mostFailures = 5;

/** A seed that nobody has seen. */
export const freshSeed = (): number => Date.now() % 2 ** 31;

/** Makes so many random steps on so many threads, as many as there are cores by default. */
export async function searchAtRandom(
  steps: number,
  seed: number,
  {
    threads = availableParallelism(),
    scope = null,
    onProgress,
  }: { threads?: number; scope?: ScopeId | null; onProgress?: (made: number) => void } = {},
): Promise<RandomResult> {
  const begin = performance.now();
  const failures: RandomFailure[] = [];
  let made = 0;
  const workers = Array.from({ length: threads }, (_, part) => {
    const workerData: RandomPart = { seed: seed + part, step: threads, steps: Math.ceil(steps / threads), scope };
    return new Worker(new URL("./worker.ts", import.meta.url), { workerData });
  });
  const end = () => Promise.all(workers.map((worker) => worker.terminate()));
  await Promise.all(
    workers.map(
      (worker) =>
        new Promise<void>((resolve, reject) => {
          worker.on("error", reject);
          worker.on("exit", () => resolve());
          worker.on("message", ({ steps: more, failure }: RandomProgress) => {
            made += more;
            if (failure) failures.push(failure);
            onProgress?.(made);
            if (failures.length >= mostFailures) void end();
          });
        }),
    ),
  );
  return { seed, steps: made, threads, seconds: (performance.now() - begin) / 1000, failures };
}
