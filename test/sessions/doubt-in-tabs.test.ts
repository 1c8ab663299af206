import type { SessionOptions } from "@agora-edge/core";
import { describe, expect, test } from "vitest";
import { allKinds, namedByRepeats, worldOf } from "./kinds.ts";
import { TabLocks } from "./model/tab-locks.ts";
import { openOrigin } from "./origin.ts";
import { settle } from "./setup.ts";

const lost = { network: true, tookEffect: true, times: 3 } as const;
const look = () => {};

/** Two tabs of one origin; `unsettled` says what the second showed of a start in doubt, one change after another. */
function openTabs(kind: Parameters<typeof worldOf>[0], { later = false, hasLocks = true } = {}) {
  const world = worldOf(kind);
  const origin = openOrigin({ later });
  const locks = new TabLocks();
  const pages = new Map<object, object>();
  const open = (options: SessionOptions = {}) => {
    const page = {};
    const session = world.open(
      { storage: origin.openTab(), locks: hasLocks && locks.of(page), ...options },
      world.newClient(),
    );
    session.subscribe(look);
    pages.set(session, page);
    return session;
  };
  const die = (session: object) => locks.died(pages.get(session) ?? session);
  const [a, b] = [open(), open()];
  const unsettled: boolean[] = [];
  b.subscribe(() => {
    const isUnsettled = b.getSnapshot().unsettled !== null;
    if (isUnsettled !== (unsettled.at(-1) ?? false)) unsettled.push(isUnsettled);
  });
  return { ...world, ...origin, a, b, open, die, unsettled };
}

const inDoubt = { isActive: true, isPending: false, unsettled: expect.anything() };

describe.each(allKinds.flatMap((kind) => [[kind, false] as const, [kind, true] as const]))(
  "a start of %s in doubt (asynchronous storage: %s)",
  (kind, later) => {
    test("shows in a tab that is opened later", async () => {
      const { fake, a, open, start } = openTabs(kind, { later });
      await fake.advanceAsync(0);
      fake.fail(start, lost);
      await settle(fake, a.start(), 20_000);
      const c = open();
      await fake.advanceAsync(0);
      expect(c.getSnapshot()).toMatchObject({ status: "idle", isRestoring: false, ...inDoubt });
    });

    test("shows in a tab that is opened while another one starts, and is closed then", async () => {
      const { fake, a, open, start, die } = openTabs(kind, { later });
      await fake.advanceAsync(0);
      fake.fail(start, { delay: 5000, times: Infinity });
      void a.start().catch(look);
      await fake.advanceAsync(1000);
      const c = open();
      await fake.advanceAsync(1000);
      expect(c.getSnapshot()).toMatchObject({ status: "idle", isRestoring: false, isActive: false });
      die(a);
      await fake.advanceAsync(1000);
      expect(c.getSnapshot()).toMatchObject({ status: "idle", ...inDoubt });
    });

    test("is not what a start is that another tab still waits for, and one that is refused leaves nothing", async () => {
      const { fake, a, b, start, unsettled } = openTabs(kind, { later });
      await fake.advanceAsync(0);
      fake.fail(start, { delay: 5000 });
      void a.start();
      await fake.advanceAsync(3000);
      expect(b.getSnapshot()).toMatchObject({ status: "idle", isActive: false, unsettled: null });
      await fake.advanceAsync(10_000);
      expect(b.getSnapshot().status).toBe(a.getSnapshot().status);
      await settle(fake, a.stop(), 5000);
      fake.fail(start, { status: 400, body: "" });
      await settle(fake, a.start(), 5000);
      expect(b.getSnapshot()).toMatchObject({ isActive: false, unsettled: null });
      expect(unsettled).toEqual([]);
    });

    test("may show for as long as another tab starts where there are no locks, and never longer", async () => {
      const { fake, a, b, start } = openTabs(kind, { later, hasLocks: false });
      await fake.advanceAsync(0);
      fake.fail(start, { status: 400, body: "", delay: 5000 });
      void a.start().catch(look);
      await fake.advanceAsync(1000);
      expect(b.getSnapshot()).toMatchObject({ status: "idle", ...inDoubt });
      await fake.advanceAsync(10_000);
      expect(a.getSnapshot()).toMatchObject({ status: "failed", isActive: false });
      expect(b.getSnapshot()).toMatchObject({ isActive: false, unsettled: null });
    });
  },
);

describe.each(namedByRepeats.flatMap((kind) => [[kind, false] as const, [kind, true] as const]))(
  "a start of %s in doubt that a repeat can settle (asynchronous storage: %s)",
  (kind, later) => {
    test("shows in another open tab, whose stop() settles and stops it, and the first tab follows", async () => {
      const { fake, a, b, start, live, values } = openTabs(kind, { later });
      await fake.advanceAsync(0);
      fake.fail(start, lost);
      await settle(fake, a.start(), 20_000);
      expect(a.getSnapshot()).toMatchObject({ status: "failed", ...inDoubt });
      expect(b.getSnapshot()).toMatchObject({ status: "idle", error: null, ...inDoubt });
      expect(live()).toBe(1);
      expect(await settle(fake, b.stop(), 20_000)).toMatchObject({ isActive: false, unsettled: null });
      await fake.advanceAsync(120_000);
      expect(a.getSnapshot()).toMatchObject({ isActive: false, unsettled: null });
      expect([live(), values.size]).toEqual([0, 0]);
    });

    test("shows no more in another tab once the first one has settled it", async () => {
      const { fake, a, b, start, live, unsettled } = openTabs(kind, { later });
      await fake.advanceAsync(0);
      fake.fail(start, lost);
      await settle(fake, a.start(), 20_000);
      await settle(fake, a.stop(), 20_000);
      await fake.advanceAsync(120_000);
      expect(b.getSnapshot()).toMatchObject({ isActive: false, unsettled: null });
      expect([live(), unsettled]).toEqual([0, [true, false]]);
    });
  },
);

describe("a start in doubt", () => {
  test("stays in the tab that has started when the storage is cleared, and is forgotten by the others", async () => {
    const { fake, a, b, start, values, openTab } = openTabs("recording");
    fake.fail(start, lost);
    await settle(fake, a.start(), 20_000);
    const other = openTab();
    for (const key of values.keys()) void other.remove(key);
    await fake.advanceAsync(1000);
    expect([a, b].map((tab) => tab.getSnapshot().isActive)).toEqual([true, false]);
  });

  test("is over in a tab that slept while another one settled and stopped it", async () => {
    const { fake, a, b, start, listeners } = openTabs("recording");
    await fake.advanceAsync(0);
    fake.fail(start, lost);
    await settle(fake, a.start(), 20_000);
    // It sees what the storage holds in the end, and what was published.
    const late: (() => void)[] = [];
    for (const listener of listeners) {
      const { hear } = listener;
      listener.hear = (message) => late.push(() => hear(message));
    }
    await settle(fake, b.stop(), 20_000);
    expect(a.getSnapshot()).toMatchObject(inDoubt);
    for (const tell of late) tell();
    await fake.advanceAsync(1000);
    expect(a.getSnapshot()).toMatchObject({ status: "failed", isActive: false, unsettled: null });
  });

  test("shows in a tab that holds a lease", async () => {
    const { fake, a, b, start } = openTabs("recording");
    await fake.advanceAsync(0);
    await settle(fake, b.acquire());
    fake.fail(start, lost);
    await settle(fake, a.start(), 20_000);
    expect(b.getSnapshot()).toMatchObject({ status: "acquired", ...inDoubt });
  });

  test("is not waited for by a session that was disposed of", async () => {
    const { fake, a, b, open, start } = openTabs("recording");
    await fake.advanceAsync(0);
    fake.fail(start, { delay: 5000 });
    void a.start();
    await fake.advanceAsync(1000);
    b.dispose();
    await fake.advanceAsync(10_000);
    expect(a.getSnapshot().status).toBe("recording");
    expect(await settle(fake, open().stop(), 5000)).toMatchObject({ status: "stopped" });
  });
});
