import { expect, test } from "vitest";
import { newRun } from "../machine/ledger.ts";
import { systemClock } from "../runtime/clock.ts";
import { createPersister } from "./persister.ts";

const started = { cname: "room", uid: "1", mode: "mix", acquiredAt: 0, expiresAt: 300_000, requestedAt: 0 } as const;

function storedRun(resourceId: string) {
  const { retry: _, ...run } = newRun<"recording">({ id: resourceId, intent: { ...started, resourceId } });
  return { run, fields: ["intent"] } as const;
}

/** A storage that refuses so many writes. */
function openPersister() {
  const values = new Map<string, string>();
  const storage = { failing: 0 };
  const write = (change: () => void) => {
    if (storage.failing > 0) {
      storage.failing--;
      throw new Error("QuotaExceededError");
    }
    change();
  };
  const persister = createPersister<"recording">({
    service: "recording",
    key: "key",
    storage: {
      get: (key) => values.get(key) ?? null,
      set: (key, value) => write(() => void values.set(key, value)),
      remove: (key) => write(() => void values.delete(key)),
    },
    isRequired: true,
    lock: (granted) => (granted(), () => {}),
    clock: systemClock,
  });
  return { persister, storage, text: () => values.get("key") ?? "" };
}

test("what storage refused is written before a start reads it", () => {
  const { persister, storage, text } = openPersister();
  storage.failing = 1;
  persister.write({ put: [storedRun("a")], ended: [] }, () => {});
  expect(text()).toBe("");
  const ids: string[] = [];
  persister.readForStart((runs) => ids.push(...(runs ?? []).map(({ id }) => id)));
  expect(ids).toEqual(["a"]);
  expect(text()).toContain('"id":"a"');
});

test("a start is told when storage still refuses it", () => {
  const { persister, storage } = openPersister();
  storage.failing = 2;
  persister.write({ put: [storedRun("a")], ended: [] }, () => {});
  let told: unknown;
  persister.readForStart((_, error) => (told = error));
  expect(told).toMatchObject({ message: "QuotaExceededError" });
});

test("an end that storage refused is not written later, when the same run may have been started again", () => {
  const { persister, storage, text } = openPersister();
  persister.write({ put: [storedRun("a")], ended: [] }, () => {});
  storage.failing = 1;
  persister.write({ put: [], ended: ["a"] }, () => {});
  persister.write({ put: [storedRun("b")], ended: [] }, () => {});
  expect(text()).toContain('"id":"a"');
  expect(text()).toContain('"id":"b"');
});
