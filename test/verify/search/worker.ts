import { parentPort, workerData } from "node:worker_threads";
import { createExplorer, type Level } from "./explorer.ts";
import { type ScopeId, withSetting } from "./scopes.ts";
import { createVisitedMemory, openVisited } from "./visited.ts";

/** What a thread is told when it begins. */
export interface Part {
  readonly scope: ScopeId;
  readonly memory: SharedArrayBuffer;
  readonly part: number;
  readonly parts: number;
  /** So many weights are gone through by every thread alone, until there is something to share. */
  readonly alone: number;
}

const { scope, memory, part, parts, alone }: Part = workerData;

// A stack for each refusal would take longer than the machine itself.
Error.stackTraceLimit = 0;

const explorer = withSetting(scope, createExplorer);
const visited = openVisited(memory);
// Alone, all find the same; one of them notes it for all.
const noted = part === 0 ? visited : openVisited(createVisitedMemory(100_000));
const levels: Level[] = [];
for (let weight = 1; weight <= alone; weight++) {
  levels.push(explorer.next(noted, false));
}
explorer.share(part, parts);
parentPort?.postMessage(levels);
parentPort?.on("message", (isLast: boolean) => parentPort?.postMessage([explorer.next(visited, isLast)]));
