// Lives through many recordings, ten at a time, then has to end by itself: a timer or socket left behind would hold it.
import { smoke } from "../smoke.ts";

const targets = JSON.parse(process.argv[2]);
const firstHalf = targets.splice(0, targets.length / 2);

async function live(waiting, summaries) {
  for (let target = waiting.pop(); target; target = waiting.pop()) summaries.push(await smoke(target));
}

async function liveAll(list) {
  const summaries = [];
  await Promise.all(Array.from({ length: 10 }, () => live(list, summaries)));
  // What finalizers free, only the next collection takes.
  for (let turn = 0; turn < 3; turn += 1) {
    globalThis.gc();
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  return { summaries, heap: process.memoryUsage().heapUsed };
}

const first = await liveAll(firstHalf);
const rest = await liveAll(targets);
console.log(
  JSON.stringify({
    summaries: [...first.summaries, ...rest.summaries],
    growth: rest.heap - first.heap,
    at: Date.now(),
  }),
);
