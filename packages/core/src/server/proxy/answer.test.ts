import { describe, expect, test } from "vitest";
import { record, room, settle } from "../testing/steps.ts";
import { clientRequest, createWorld } from "../testing/world.ts";

describe("onHandle", () => {
  test("has the handle, with its grant, before the page has", async () => {
    const order: string[] = [];
    const handles: unknown[] = [];
    const world = createWorld({
      onHandle: async (handle, subject) => {
        await Promise.resolve();
        handles.push({ handle, subject });
        order.push("stored");
      },
    });
    const { handle } = await record(world).finally(() => order.push("answered"));
    expect(order).toEqual(["stored", "answered"]);
    const { startedAt: _, ...facts } = handle;
    expect(handles).toEqual([{ handle: expect.objectContaining(facts), subject: "alice" }]);
  });

  test("may fail: that is reported, and the page can still stop", async () => {
    const errors: unknown[] = [];
    const away = new Error("store away");
    const world = createWorld({ onHandle: () => Promise.reject(away), onError: (error) => errors.push(error) });
    world.fake.channel("room-1").join("1001");
    const { page, handle } = await record(world);
    await world.fake.advanceAsync(20_000);
    await page.recording.stop(handle);
    expect(errors).toEqual([away]);
  });
});

describe("a call whose first attempt was lost", () => {
  test("is a success when a repeat finds that it worked", async () => {
    const stored: object[] = [];
    const world = createWorld({ fake: { repeatedStartNamesSid: true }, onHandle: (handle) => stored.push(handle) });
    const page = world.page("alice");
    const lease = await page.recording.acquire(room);
    world.fake.fail("recording.start", { network: true, tookEffect: true });
    const handle = await settle(world, page.recording.start({ ...lease, mode: "mix", clientRequest }));
    expect(handle).toMatchObject({ sid: world.fake.recordings[0]?.sid, grant: expect.any(String) });
    expect(stored).toMatchObject([{ sid: world.fake.recordings[0]?.sid }]);
  });

  test("is a success too when it is the page that heard nothing, and sends again", async () => {
    const stored: object[] = [];
    const world = createWorld({ fake: { repeatedStartNamesSid: true }, onHandle: (handle) => stored.push(handle) });
    const lost = { once: true };
    const page = world.page("alice", {
      fetch: async (input, init) => {
        const request = new Request(input, init);
        const response = await world.handler(request);
        if (!request.url.endsWith("/start") || !lost.once) return response;
        lost.once = false;
        throw new TypeError("the tunnel ate it");
      },
    });
    const lease = await page.recording.acquire(room);
    const handle = await settle(world, page.recording.start({ ...lease, mode: "mix", clientRequest }));
    expect(handle).toMatchObject({ sid: world.fake.recordings[0]?.sid, grant: expect.any(String) });
    expect(handle).not.toMatchObject({ grant: lease.grant });
    expect(world.fake.recordings).toHaveLength(1);
    expect(stored).toHaveLength(2);
  });

  test("stays in doubt for the page when the service never names what runs", async () => {
    const world = createWorld();
    const page = world.page("alice");
    const lease = await page.recording.acquire(room);
    world.fake.fail("recording.start", { network: true, tookEffect: true });
    const error = await settle(world, page.recording.start({ ...lease, mode: "mix", clientRequest }));
    expect(error).toMatchObject({ kind: "already-started", status: 201 });
    expect(world.fake.recordings).toHaveLength(1);
  });

  test("is in doubt too when its repeat met a refusal that says nothing of the first", async () => {
    const world = createWorld();
    const page = world.page("alice");
    const lease = await page.recording.acquire(room);
    world.fake.fail("recording.start", { network: true, tookEffect: true });
    world.fake.fail("recording.start", { status: 429, times: 9 });
    const error = await settle(world, page.recording.start({ ...lease, mode: "mix", clientRequest }));
    expect(error).toMatchObject({ status: 504, retry: { outcomeUnknown: true } });
  });

  test.each([
    ["hang", 504],
    ["network", 502],
  ] as const)(
    "and all others (%s) is answered as a gateway would, without the mark of a refusal",
    async (how, status) => {
      const world = createWorld();
      const page = world.page("alice");
      const lease = await page.recording.acquire(room);
      world.fake.fail("recording.start", { [how]: true, times: 9 });
      const error = await settle(world, page.recording.start({ ...lease, mode: "mix", clientRequest }));
      expect(error).toMatchObject({ status, retry: { outcomeUnknown: true } });
    },
  );

  test("ends as task-not-found when a lost stop turns out to have worked", async () => {
    const world = createWorld();
    world.fake.channel("room-1").join("1001");
    const { page, handle } = await record(world);
    await world.fake.advanceAsync(20_000);
    world.fake.fail("recording.stop", { network: true, tookEffect: true });
    const error = await settle(world, page.recording.stop(handle));
    expect(error).toMatchObject({ kind: "task-not-found", operation: "recording.stop", status: 404 });
  });
});
