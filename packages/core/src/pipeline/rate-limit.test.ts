import fc from "fast-check";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { json, stubService } from "../testing/service.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const acquireRequest = { cname: "room-1", uid: "900001" };
const acquired = () => json(200, { resourceId: "resource-1" });

test("no second sees more than ten requests, whenever the calls come", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.integer({ min: 0, max: 400 }), { minLength: 1, maxLength: 40 }), async (gaps) => {
      const sent: number[] = [];
      const { recording } = stubService(
        gaps.map(() => () => {
          sent.push(Date.now());
          return acquired();
        }),
      );
      const calls: Promise<unknown>[] = [];
      for (const gap of gaps) {
        await vi.advanceTimersByTimeAsync(gap);
        calls.push(recording.acquire(acquireRequest));
      }
      await vi.advanceTimersByTimeAsync(60_000);
      await Promise.all(calls);
      expect(sent).toHaveLength(gaps.length);
      const spans = sent.slice(10).map((time, index) => time - (sent[index] ?? 0));
      expect(Math.min(1000, ...spans)).toBe(1000);
    }),
    { numRuns: 50 },
  );
});

test("a call that is cancelled while it queues holds up nobody", async () => {
  const controller = new AbortController();
  const { recording, requests } = stubService([acquired(), acquired()], { rateLimit: 1 });
  await recording.acquire(acquireRequest);
  const first = recording.acquire(acquireRequest, { signal: controller.signal }).catch((error: unknown) => error);
  controller.abort();
  const second = recording.acquire(acquireRequest);
  expect(await first).toMatchObject({ kind: "aborted", retry: { outcomeUnknown: false } });
  await vi.advanceTimersByTimeAsync(1000);
  expect(await second).toMatchObject({ resourceId: "resource-1" });
  expect(requests).toHaveLength(2);
});

test("a call that is cancelled gives its turn back", async () => {
  const controller = new AbortController();
  const { recording, requests } = stubService([acquired(), acquired()], { rateLimit: 1 });
  await recording.acquire(acquireRequest);
  const cancelled = recording.acquire(acquireRequest, { signal: controller.signal }).catch(() => "cancelled");
  await vi.advanceTimersByTimeAsync(100);
  controller.abort();
  expect(await cancelled).toBe("cancelled");
  const next = recording.acquire(acquireRequest);
  await vi.advanceTimersByTimeAsync(900);
  expect(requests).toHaveLength(2);
  await next;
});

test("a call whose turn would come too late fails at once, and takes none", async () => {
  const { recording } = stubService([acquired(), acquired()], { rateLimit: 1, maxElapsed: 500, retry: false });
  await recording.acquire(acquireRequest);
  const late = recording.acquire(acquireRequest);
  await expect(late).rejects.toMatchObject({ kind: "client-timeout", retry: { outcomeUnknown: false } });
  await vi.advanceTimersByTimeAsync(1000);
  expect(await recording.acquire(acquireRequest)).toMatchObject({ resourceId: "resource-1" });
});

test("a clock that is set back holds up nobody", async () => {
  const { recording } = stubService([acquired(), acquired()], { rateLimit: 1 });
  await recording.acquire(acquireRequest);
  vi.setSystemTime(Date.now() - 3_600_000);
  expect(await recording.acquire(acquireRequest)).toMatchObject({ resourceId: "resource-1" });
});

test("can be switched off, and set", async () => {
  const free = stubService(Array.from({ length: 30 }, acquired), { rateLimit: false });
  await Promise.all(Array.from({ length: 30 }, () => free.recording.acquire(acquireRequest)));
  expect(free.requests).toHaveLength(30);

  const slow = stubService([acquired(), acquired()], { rateLimit: { limit: 1, interval: 5000 } });
  const calls = Promise.all([slow.recording.acquire(acquireRequest), slow.recording.acquire(acquireRequest)]);
  await vi.advanceTimersByTimeAsync(4999);
  expect(slow.requests).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(1);
  await calls;
  expect(slow.requests).toHaveLength(2);
});
