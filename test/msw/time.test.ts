import { ModernFakeTimers } from "@jest/fake-timers";
import { basicAuth, createAgoraClient } from "@agora-edge/core";
import { agoraHandlers, createFakeAgora, type FakeAgora } from "@agora-edge/msw";
import { setupServer } from "msw/node";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";

const server = setupServer();
beforeAll(() => server.listen());
afterAll(() => server.close());

const storageConfig = { vendor: 1, region: 0, bucket: "bucket", accessKey: "key", secretKey: "key-secret" };

/** A fake behind MSW, and a client that knows nothing of it. */
function stage(fake: FakeAgora) {
  server.resetHandlers(...agoraHandlers(fake));
  const auth = basicAuth(fake.customerId, fake.customerSecret);
  const { recording } = createAgoraClient({ appId: fake.appId, auth, random: () => 0.5 });
  const acquire = () => recording.acquire({ cname: "room-1", uid: "900001", clientRequest: {} });
  return { recording, acquire };
}

/** The same for vitest's timers and jest's: one moves the client's waits, its lease, and the service. */
async function followTimers(advance: (ms: number) => Promise<unknown>): Promise<void> {
  const fake = createFakeAgora({ timers: true });
  expect(fake.drivenBy).toBe("timers");
  expect(fake.now()).toBe(Date.now());
  const { recording, acquire } = stage(fake);
  fake.channel("room-1").join("1001");

  const resource = await acquire();
  expect(resource.expiresAt).toBe(fake.now() + 300_000);
  await advance(300_000);
  const clientRequest = { storageConfig };
  await expect(recording.start({ ...resource, mode: "mix", clientRequest })).rejects.toMatchObject({
    kind: "resource-expired",
  });

  const handle = await recording.start({ ...(await acquire()), mode: "mix", clientRequest });
  await advance(15_000);
  expect((await recording.query(handle)).state).toBe("in-progress");

  fake.fail("recording.query", { status: 503 });
  let settled = 0;
  const began = Date.now();
  const query = recording.query(handle).then(() => (settled = Date.now() - began));
  await advance(1000);
  expect(settled).toBe(0);
  await advance(60_000);
  await query;
  expect(settled).toBeGreaterThan(1000);

  await expect(fake.advanceAsync(1)).rejects.toThrow("move those, as with `await vi.advanceTimersByTimeAsync(ms)`");
  expect(() => fake.advance(1)).toThrow("follows the timers of the test runner");
}

describe("timers: true follows the test runner", () => {
  afterEach(() => void vi.useRealTimers());

  test("vi.useFakeTimers, set up before", async () => {
    vi.useFakeTimers();
    await expect(followTimers((ms) => vi.advanceTimersByTimeAsync(ms))).resolves.toBeUndefined();
  });

  test("vi.useFakeTimers, set up after the fake", async () => {
    const fake = createFakeAgora({ timers: true });
    const { acquire } = stage(fake);
    vi.useFakeTimers();
    await acquire();
    const before = fake.now();
    await vi.advanceTimersByTimeAsync(5000);
    expect(fake.now()).toBe(before + 5000);
  });

  test("jest.useFakeTimers", async () => {
    const timers = new ModernFakeTimers({ global: globalThis, config: jestConfig });
    // What jest.useFakeTimers({ doNotFake: ["nextTick", "queueMicrotask"] }) does.
    timers.useFakeTimers({ doNotFake: ["nextTick", "queueMicrotask"] });
    try {
      await expect(followTimers((ms) => timers.advanceTimersByTimeAsync(ms))).resolves.toBeUndefined();
    } finally {
      timers.useRealTimers();
    }
  });

  test("two masters are refused", () => {
    expect(() => createFakeAgora({ timers: true, speed: 2 })).toThrow(RangeError);
  });
});

test("its own clock moves a client that was given it, and nothing else does", async () => {
  const fake = createFakeAgora();
  server.resetHandlers(...agoraHandlers(fake));
  const auth = basicAuth(fake.customerId, fake.customerSecret);
  const { recording } = createAgoraClient({ appId: fake.appId, auth, clock: fake.clock });
  fake.fail("recording.acquire", { status: 500 });
  let answered = false;
  const call = recording.acquire({ cname: "room-1", uid: "900001", clientRequest: {} }).then(() => (answered = true));
  await fake.advanceAsync(10);
  expect([fake.drivenBy, answered, fake.requestCount]).toEqual(["advance", false, 1]);
  await fake.advanceAsync(10_000);
  await call;
  expect(fake.requestCount).toBe(2);
});

/** As much of a jest configuration as its timers read. */
const jestConfig = { fakeTimers: {}, rootDir: ".", testMatch: [] } as unknown as ConstructorParameters<
  typeof ModernFakeTimers
>[0]["config"];
