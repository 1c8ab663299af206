import { expect, test } from "vitest";
import { createNotificationHandler, type NotificationDedupe } from "../../server.ts";
import { notify, secret, uploaded } from "../testing/notify.ts";

/** What the example needs of a Durable Object's storage: one object, whose calls come one after the other. */
function createStorage() {
  const kept = new Map<string, number>();
  const storage = {
    get: async (key: string) => kept.get(key),
    put: async (key: string, until: number) => void kept.set(key, until),
    delete: async (key: string) => kept.delete(key),
  };
  return { kept, storage };
}

/** As docs/server.md shows it: the object has `add` and `forget`, and its stub is the store. */
function createObject() {
  const { kept, storage } = createStorage();
  const stub = {
    async add(key: string, until: number, now: number): Promise<boolean> {
      if (((await storage.get(key)) ?? 0) > now) return false;
      await storage.put(key, until);
      return true;
    },
    forget: (key: string) => storage.delete(key),
  };
  return { kept, stub };
}

test("a Durable Object recognises copies that reach different isolates", async () => {
  const { kept, stub } = createObject();
  let now: number = uploaded.notifyMs;
  const dedupe: NotificationDedupe = {
    add: (key, ttl) => stub.add(key, now + ttl, now),
    delete: (key) => stub.forget(key),
  };
  const seen: string[] = [];
  const clock = { now: () => now, setTimeout: () => 0, clearTimeout: () => {} };
  const isolate = () =>
    createNotificationHandler({ secret, dedupe, clock, onEvent: ({ name }) => void seen.push(name) });
  const outcome = async (handler: ReturnType<typeof isolate>) => (await handler(await notify(uploaded))).json();
  const isolates = [isolate(), isolate()];
  // Which of the two comes first is the platform's business.
  const outcomes = await Promise.all(isolates.map(outcome));
  expect(outcomes).toHaveLength(2);
  expect(outcomes).toEqual(expect.arrayContaining([{ status: "handled" }, { status: "copy" }]));
  now += 299_000;
  expect(await outcome(isolate())).toEqual({ status: "copy" });
  expect(seen).toEqual(["uploaded"]);
  // Kept for longer than the signature is good.
  for (const until of kept.values()) expect(until - uploaded.notifyMs).toBeGreaterThan(600_000);
});
