import { expect, test } from "vitest";
import { room } from "../testing/steps.ts";
import { clientRequest, createWorld } from "../testing/world.ts";

/** Lets it end, on the fake's time. */
async function settle<T>(
  { fake }: { fake: { advanceAsync(ms: number): Promise<void> } },
  work: Promise<T>,
): Promise<T> {
  let isDone = false;
  const end = () => (isDone = true);
  void work.then(end, end);
  while (!isDone) await fake.advanceAsync(50);
  return work;
}

/** A server that may send ten requests a second, and a recording of alice. */
async function createBusyWorld() {
  const world = createWorld({
    server: { rateLimit: 10, timeout: 600_000, maxElapsed: 600_000 },
    callsPerSubject: 1000,
  });
  world.fake.channel(room.cname).join("1001");
  const { recording } = world.page("alice", { timeout: 600_000, maxElapsed: 600_000 });
  const lease = await settle(world, recording.acquire(room));
  const handle = await settle(world, recording.start({ ...lease, mode: "mix", clientRequest }));
  await world.fake.advanceAsync(30_000);
  return { ...world, alice: recording, handle };
}

/** Milliseconds until it is done. */
async function timeOf(world: Awaited<ReturnType<typeof createBusyWorld>>, work: Promise<unknown>): Promise<number> {
  const begin = world.fake.now();
  await settle(world, work);
  return world.fake.now() - begin;
}

/** In the queue of all it would be 30 s. The clock of the fake does not wait for signatures that another thread makes. */
const longest = 5000;

test("a user who sends 320 requests keeps nobody's stop waiting, and nobody's start", async () => {
  const world = await createBusyWorld();
  const { recording } = world.page("mallory", { timeout: 600_000 });
  const flood = Array.from({ length: 320 }, (_, index) =>
    recording.acquire({ cname: `room-${index}`, uid: "1" }).catch((error: unknown) => error),
  );
  await world.fake.advanceAsync(500);
  const bob = world.page("bob").recording;
  expect(await timeOf(world, world.alice.stop(world.handle))).toBeLessThan(longest);
  expect(await timeOf(world, bob.acquire({ cname: "room-b", uid: "7" }))).toBeLessThan(longest);
  expect(world.operations().filter((operation) => operation === "recording.acquire").length).toBeLessThan(100);
  await world.fake.advanceAsync(60_000);
  const kinds = (await Promise.all(flood)).filter((one) => one instanceof Error);
  expect(kinds).toEqual([]);
});
