import type { Answer, World } from "../world/draft.ts";
import type { Request } from "../world/families.ts";
import type { SessionService } from "../world/machine.ts";
import type { Move } from "../world/moves.ts";
import type { Random } from "./random.ts";

const minute = 60_000;

const commands = ["start", "start", "start", "start", "stop", "stop", "acquire", "query", "reset"] as const;
const waits = [0, 50, 500, 3000, 6000, 15_000, 35_000, 100_000, 2 * minute, 6 * minute, 40 * minute] as const;
const answers: readonly [Answer, ...Answer[]] = [
  "works",
  "works",
  "works",
  "lost",
  "answer lost",
  "second answer",
  "refused",
  "forbidden",
  "rejected",
  "server error",
  "spent",
  "no room",
  "slow",
];
const requests: readonly [Request, ...Request[]] = ["acquire", "start", "start", "query", "query", "stop", "stop"];

type Draw = (random: Random, tab: number, world: Pick<World, "runs">) => Move;

/** Each kind of move, and how often it comes. */
const kinds: readonly (readonly [weight: number, draw: Draw])[] = [
  [16, (random, tab) => ({ do: random.pick(commands), tab })],
  [16, (random) => ({ do: "wait", ms: random.pick(waits) })],
  [8, (random, tab) => ({ do: "answer", tab, what: random.pick(requests), how: random.pick(answers) })],
  [3, (random, tab) => ({ do: random.pick(["arrive", "deliver", "lose"]), tab, what: random.pick(requests) })],
  [4, (_, tab) => ({ do: "access", tab })],
  [2, (_, tab) => ({ do: "access", tab: tab === 0 ? 1 : 2 })],
  [
    4,
    (random) => ({
      do: "fault",
      what: random.pick(requests),
      answer: random.pick(answers),
      times: 1 + random.below(5),
    }),
  ],
  [4, (random, tab) => ({ do: random.pick(["hide", "show", "offline", "online"]), tab })],
  [
    3,
    (random, tab, { runs }) => ({
      do: "notify",
      tab,
      run: random.below(Math.max(1, runs.length)),
      says: random.pick(["started", "ended", "expiring"]),
    }),
  ],
  [1, (random, tab) => ({ do: random.pick(["watch", "unwatch"]), tab })],
  [
    1,
    (random, tab, { runs }) => ({
      do: "push",
      tab,
      run: random.below(Math.max(1, runs.length)),
      shows: random.pick(["running", "recovering", "over"]),
    }),
  ],
  [3, (random, tab) => ({ do: random.pick(["crash", "dispose", "revive"]), tab })],
  [1, (random, tab, { runs }) => ({ do: "resume", tab, run: random.below(Math.max(1, runs.length)) })],
  [1, () => ({ do: "full" })],
  [1, (random) => ({ do: "stray", arrives: random.below(2) === 0 })],
  [1, (random) => ({ do: "sleep", ms: random.pick([2 * minute, 20 * minute]) })],
  [1, (random, tab) => ({ do: "jump", tab, ms: random.pick([2 * minute, 60 * minute, -2 * minute, -60 * minute]) })],
  [
    2,
    (random, _, { runs }) => {
      const run = random.below(Math.max(1, runs.length));
      return random.below(3) === 0 ? { do: "exit", run } : { do: "failover", run, ms: random.pick([20_000, 80_000]) };
    },
  ],
];

const all = kinds.reduce((sum, [weight]) => sum + weight, 0);

/** Anything that could happen next, whether it makes sense or not. */
export function drawMove<S extends SessionService>(random: Random, world: World<S>, tabs: number): Move {
  const tab = random.below(tabs);
  let place = random.below(all);
  for (const [weight, draw] of kinds) {
    place -= weight;
    if (place < 0) return draw(random, tab, world);
  }
  return { do: "wait", ms: 0 };
}
