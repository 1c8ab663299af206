import fc from "fast-check";
import { expect, test } from "vitest";
import { newRun, type Run } from "./ledger.ts";
import { withGrant } from "./identity.ts";
import { applyChange, compareLedgers } from "./ledger-change.ts";
import { isActive } from "./activity.ts";
import { DrivenMachine, moves } from "./testing/driven-machine.ts";

test("storage has what the state has after every event, and every start was stored before it left", () => {
  fc.assert(
    fc.property(moves, (given) => {
      const machine = new DrivenMachine();
      for (const move of given) {
        machine.move(move);
        expect(machine.stored.map(({ id }) => id).sort()).toEqual(machine.state.runs.map(({ id }) => id).sort());
        expect(machine.unstored).toEqual([]);
        const { handle, step } = machine.state;
        const isShown = isActive(machine.state) && step === null;
        expect(!isShown || machine.stored.some((run) => run.handle?.sid === handle?.sid)).toBe(true);
      }
    }),
    { numRuns: 600 },
  );
});

test("a run leaves only by an answer, a refusal, a time that is over, or before it was sent", () => {
  fc.assert(
    fc.property(moves, (given) => {
      const machine = new DrivenMachine();
      for (const move of given) {
        const before = machine.state.runs;
        machine.move(move);
        const gone = before.filter(({ id }) => !machine.state.runs.some((run) => run.id === id));
        const isProof = ["works", "fails", "storage fails"].includes(move.do);
        // A stop, a disposal or an eviction between the note and the sending, which here follow each other at once.
        expect(isProof || gone.length === 0, `${move.do} dropped ${gone.map(({ id }) => id).join()}`).toBe(true);
      }
    }),
    { numRuns: 600 },
  );
});

const run = fc
  .record({
    id: fc.constantFrom("a", "b", "c", "d"),
    confirmed: fc.boolean(),
    endAskedAt: fc.constantFrom(null, 1, 2),
    goneAt: fc.constantFrom(null, 1, 2),
  })
  .map((fields) => newRun<"recording">(fields));
const ledger = fc.uniqueArray(run, { selector: ({ id }) => id });

test("a write merges by run: what it does not name stays, field by field", () => {
  fc.assert(
    fc.property(ledger, ledger, ledger, (before, after, there: Run<"recording">[]) => {
      const change = compareLedgers(before, after) ?? { put: [], ended: [] };
      const merged = applyChange(there, change);
      for (const old of there) {
        const found = merged.find(({ id }) => id === old.id);
        const isEnded = change.ended.includes(old.id);
        expect(found === undefined).toBe(isEnded);
        const named = change.put.find((one) => one.run.id === old.id);
        for (const field of ["confirmed", "endAskedAt", "goneAt"] as const) {
          const wanted = named?.fields.includes(field) ? named.run[field] : old[field];
          expect(isEnded || found?.[field] === wanted).toBe(true);
        }
      }
      for (const { id } of change.put.map((one) => one.run)) expect(merged.map((one) => one.id)).toContain(id);
    }),
  );
});

test("a write of a tab that knows a task without its grant leaves the grant in storage", () => {
  const intent = {
    tokenName: "t",
    instanceId: "i",
    version: "v6",
    acquiredAt: 0,
    expiresAt: 9,
    requestedAt: 1,
    grant: "lent",
  } as const;
  const handle = { appId: "a", version: "v6", tokenName: "t", taskId: "1", instanceId: "i", startedAt: 1 } as const;
  const known = newRun<"sttTasks">({ id: "t", intent, handle: { ...handle, grant: "own" } });
  const written = (next: typeof known.handle) => {
    const change = compareLedgers(
      [newRun<"sttTasks">({ id: "t", intent })],
      [{ ...known, handle: next, confirmed: true }],
    );
    return change && applyChange([known], change)[0];
  };
  expect(written(handle)).toMatchObject({ confirmed: true, handle: { taskId: "1", grant: "own" } });
  expect(written({ ...handle, grant: "lent" })).toMatchObject({ handle: { grant: "own" } });
  expect(written({ ...handle, grant: "newer" })).toMatchObject({ handle: { grant: "newer" } });
  expect(written({ ...handle, taskId: "2" })?.handle).toEqual({ ...handle, taskId: "2" });
  expect(withGrant(newRun<"sttTasks">({ id: "t", intent }), handle)).toBe(handle);
});
