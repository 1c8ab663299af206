import { test } from "vitest";
import type { Step } from "./model/steps.ts";
import { World } from "./model/world.ts";

/** Histories that once broke a promise. `World` throws when one does again. */
async function live(steps: Step[], storageDelay = 0, maxIdle = false): Promise<World> {
  const world = new World({ storageDelay, maxIdle });
  for (const step of steps) await world.run(step);
  await world.heal();
  return world;
}

const lostStart: Step = {
  do: "fault",
  operation: "recording.start",
  fault: { status: 500, tookEffect: true, times: 4 },
};

test("a tab that wakes up after another has started does not forget the start in doubt", async ({ expect }) => {
  const { storage } = await live(
    [
      { do: "start" },
      { do: "wait", ms: 3000 },
      lostStart,
      { do: "stop" },
      { do: "sleep", ms: 1_200_000 },
      { do: "tab" },
      { do: "start" },
      { do: "wait", ms: 100_000 },
    ],
    20,
  );
  expect(storage.text).toContain("resourceId");
});

test("stops of two recordings in doubt are both kept when the tab crashes", async ({ expect }) => {
  const world = live([
    { do: "leave" },
    { do: "start" },
    { do: "wait", ms: 35_000 },
    { do: "stop" },
    { do: "start" },
    { do: "offline" },
    { do: "failover", seconds: 80 },
    { do: "stop" },
    { do: "crash" },
    { do: "stop" },
  ]);
  await expect(world).resolves.toBeInstanceOf(World);
});

test("a lease that was asked for before a start was called off ends in time, also by a clock that was set back", async ({
  expect,
}) => {
  const world = live(
    [
      { do: "acquire" },
      { do: "start" },
      { do: "stop" },
      { do: "wait", ms: 360_000 },
      { do: "jump", ms: -120_000 },
      { do: "stop" },
      { do: "start" },
    ],
    20,
  );
  await expect(world).resolves.toBeInstanceOf(World);
});

test("what came back from a failover while the page was offline is stopped once it is online", async ({ expect }) => {
  const { fake } = await live([
    { do: "start" },
    { do: "failover", seconds: 20 },
    { do: "stop" },
    { do: "offline" },
    { do: "wait", ms: 360_000 },
    { do: "wait", ms: 360_000 },
  ]);
  expect(fake.recordings.filter((recording) => recording.live)).toEqual([]);
});

test("a single 404 after a time of refusals and 5xx does not end what records", async ({ expect }) => {
  const { fake, pages } = await live([
    { do: "fault", operation: "recording.query", fault: { status: 403, times: 5 } },
    { do: "start" },
    { do: "crash" },
    { do: "wait", ms: 35_000 },
    { do: "failover", seconds: 80 },
  ]);
  expect(fake.recordings.filter((recording) => recording.live)).toHaveLength(1);
  expect(pages[0]?.session.getSnapshot().handle?.sid).toBe(fake.recordings[0]?.sid);
});

test("of two starts in doubt a notification finds the one that runs", async ({ expect }) => {
  const { fake, pages } = await live([
    { do: "fault", operation: "recording.start", fault: { network: true, tookEffect: true, times: 3 } },
    { do: "fault", operation: "recording.start", fault: { code: 1001 } },
    { do: "deliver", delay: 300_000, copies: 1 },
    { do: "start" },
    { do: "crash" },
    { do: "start" },
    { do: "fault", operation: "recording.start", fault: { code: 65, times: 3 } },
    { do: "wait", ms: 100_000 },
  ]);
  expect(fake.recordings.filter((recording) => recording.live)).toHaveLength(1);
  expect(pages[0]?.session.getSnapshot().handle?.sid).toBe(fake.recordings[0]?.sid);
});

test("a stop() that waits for a start is answered when the page is offline by then and its session was disposed of", async ({
  expect,
}) => {
  const world = live([
    { do: "fault", operation: "recording.start", fault: { delay: 8000 } },
    { do: "start" },
    { do: "stop" },
    { do: "offline" },
    { do: "dispose" },
    { do: "deliver", delay: null, copies: 1 },
  ]);
  await expect(world).resolves.toBeInstanceOf(World);
});

test("a stop that waits for the network, of a page that is gone, does not end what another tab has started since", async ({
  expect,
}) => {
  const world = live(
    [
      { do: "fault", operation: "recording.start", fault: { hang: true, tookEffect: true } },
      {
        do: "fault",
        operation: "recording.start",
        fault: { status: 502, body: "<html>Bad gateway</html>", tookEffect: true },
      },
      { do: "start" },
      { do: "stop" },
      { do: "crash" },
      { do: "offline" },
      { do: "tab" },
      { do: "sleep", ms: 1_200_000 },
      { do: "start" },
      { do: "wait", ms: 6000 },
    ],
    0,
    true,
  );
  await expect(world).resolves.toBeInstanceOf(World);
});
