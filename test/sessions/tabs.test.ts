import { describe, expect, test } from "vitest";
import { openOrigin } from "./origin.ts";
import { count, createWorld, liveRecordings, settle, watch } from "./setup.ts";

const look = () => {};

function openTabs(given: Parameters<typeof openOrigin>[0] = {}) {
  const world = createWorld();
  world.fake.channel("room-1").join("1001");
  const origin = openOrigin(given);
  const open = () => world.newSession({ storage: origin.openTab() }, world.newClient());
  const [a, b] = [open(), open()];
  a.subscribe(look);
  b.subscribe(look);
  return { ...world, ...origin, a, b, open };
}

describe("two tabs with one storage that tells of changes", () => {
  describe.each([
    ["a synchronous one", false],
    ["an asynchronous one", true],
  ] as const)("%s", (_, later) => {
    test("tab A starts, and tab B shows it", async () => {
      const { a, b, fake } = openTabs({ later });
      await fake.advanceAsync(0);
      const started = a.start();
      await fake.advanceAsync(0);
      expect(b.getSnapshot()).toMatchObject({ status: "starting", handle: await started });
      await fake.advanceAsync(6000);
      expect([a, b].map((tab) => tab.getSnapshot().status)).toEqual(["recording", "recording"]);
      expect([liveRecordings(fake), count(fake, "recording.start")]).toEqual([1, 1]);
    });

    test("tab A stops, and tab B shows the same end with the same files, and never `recovering`", async () => {
      const { a, b, fake, values } = openTabs({ later });
      await fake.advanceAsync(0);
      void a.start();
      await fake.advanceAsync(60_000);
      const seen = watch(b);
      await settle(fake, a.stop());
      expect(a.getSnapshot()).toMatchObject({ status: "stopped", ending: "requested" });
      expect(a.getSnapshot().files.length).toBeGreaterThan(0);
      const { checkedAt: _, ...shown } = b.getSnapshot();
      expect(a.getSnapshot()).toMatchObject(shown);
      await fake.advanceAsync(300_000);
      expect(seen).toEqual(["stopped"]);
      expect([values.size, liveRecordings(fake), count(fake, "recording.stop")]).toEqual([0, 0, 1]);
    });

    test("tab B, to which nobody publishes, asks the service once, and shows that it is over", async () => {
      const { a, b, fake, values } = openTabs({ later, publishes: false });
      await fake.advanceAsync(0);
      void a.start();
      await fake.advanceAsync(60_000);
      expect(b.getSnapshot().status).toBe("recording");
      const queries = count(fake, "recording.query");
      await settle(fake, a.stop());
      await fake.advanceAsync(1000);
      expect(b.getSnapshot()).toMatchObject({ status: "stopped", ending: "already-ended", error: null });
      expect([count(fake, "recording.query") - queries, values.size]).toEqual([1, 0]);
    });
  });

  test("tab B finds an empty storage at its next check, and waits for no failover, also where storage tells nothing", async () => {
    const { newSession, newClient, storage, fake } = createWorld();
    const a = newSession({ storage }, newClient());
    void a.start();
    await fake.advanceAsync(6000);
    const b = newSession({ storage }, newClient());
    await fake.advanceAsync(6000);
    const seen = watch(b);
    await settle(fake, a.stop());
    await fake.advanceAsync(120_000);
    expect(b.getSnapshot()).toMatchObject({ status: "stopped", ending: "already-ended" });
    expect(seen).toEqual(["stopped"]);
  });

  test("a storage that was cleared ends nothing: what the service still runs is written again", async () => {
    const { a, b, fake, values, openTab } = openTabs();
    void a.start();
    await fake.advanceAsync(6000);
    const other = openTab();
    for (const key of values.keys()) void other.remove(key);
    await fake.advanceAsync(1000);
    expect([a, b].map((tab) => tab.getSnapshot().status)).toEqual(["recording", "recording"]);
    expect([...values.values()].join()).toContain(a.getSnapshot().handle?.sid);
  });

  test("a failover is still a failover: the run stands in storage, so nobody says that it is over", async () => {
    const { a, b, fake } = openTabs();
    void a.start();
    await fake.advanceAsync(6000);
    fake.failover(a.getSnapshot().handle?.sid ?? "", { seconds: 60 });
    await settle(fake, b.query());
    expect(b.getSnapshot().status).toBe("recovering");
    await fake.advanceAsync(100_000);
    expect(b.getSnapshot().status).toBe("recording");
  });

  test("a tab that only shows a stop under way does not send one of its own", async () => {
    const { a, b, fake } = openTabs({ publishes: false });
    void a.start();
    await fake.advanceAsync(60_000);
    fake.fail("recording.stop", { delay: 5000 });
    const stopped = a.stop();
    await fake.advanceAsync(10_000);
    await stopped;
    expect([count(fake, "recording.stop"), b.getSnapshot().status]).toEqual([1, "stopped"]);
  });

  test("what is told is not told back", async () => {
    const { a, fake, listeners } = openTabs();
    let told = 0;
    listeners.add({ tab: {}, key: a.key, hear: (message) => (told += message === undefined ? 0 : 1) });
    void a.start();
    await fake.advanceAsync(6000);
    expect(told).toBe(1);
  });

  test("nobody listens to other tabs for a session that nobody subscribes to, or that is disposed of", () => {
    const { open, listeners, a } = openTabs();
    expect(listeners.size).toBe(2);
    const leave = open().subscribe(look);
    expect(listeners.size).toBe(3);
    leave();
    expect(listeners.size).toBe(2);
    a.dispose();
    expect(listeners.size).toBe(1);
  });

  test("takes no harm from what is no message of a session", async () => {
    const { a, b, fake, listeners } = openTabs();
    void a.start();
    await fake.advanceAsync(6000);
    const before = b.getSnapshot();
    for (const message of ["", "{", "null", "[]", '{"status":"stopped"}', '{"status":"stopped","handle":{"sid":"x"}}'])
      for (const { hear } of listeners) hear(message);
    expect(b.getSnapshot()).toBe(before);
  });
});
