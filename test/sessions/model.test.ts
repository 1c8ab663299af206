import { expect, test } from "vitest";
import { runHistories } from "./model/run.ts";

const steps = Number(process.env.MODEL_STEPS ?? 20_000);

test(
  "no history of commands, answers, faults, clocks and crashes breaks a promise of the session",
  {
    timeout: 600_000,
  },
  async () => {
    expect(await runHistories(steps, 1)).toBeGreaterThanOrEqual(steps);
  },
);
