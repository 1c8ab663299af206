import { afterEach, expect, test, vi } from "vitest";
import { systemClock, type Clock } from "../runtime/clock.ts";
import { json, stubService } from "../testing/service.ts";

afterEach(() => void vi.useRealTimers());

const acquireRequest = { cname: "room-1", uid: "900001" };

/** A clock that lists what it was told of, with whether that has ended. */
function listeningClock() {
  const told: { url: string | undefined; method: string | undefined; isOver: boolean }[] = [];
  const clock: Clock = {
    ...systemClock,
    during(work, request) {
      const entry = { url: request?.url, method: request?.method, isOver: false };
      const end = () => (entry.isOver = true);
      told.push(entry);
      work.then(end, end);
    },
  };
  return { clock, told };
}

test("a clock that wants to know is told of each request until its answer is read", async () => {
  const { clock, told } = listeningClock();
  let readToEnd: () => void = () => undefined;
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(new TextEncoder().encode('{"resourceId":"r"'));
      readToEnd = () => {
        controller.enqueue(new TextEncoder().encode("}"));
        controller.close();
      };
    },
  });
  const { recording } = stubService([new Response(body, { status: 200 })], { clock });
  const call = recording.acquire(acquireRequest);
  await expect.poll(() => told.filter(({ url }) => url !== undefined)).toHaveLength(1);
  const url = "https://api.agora.io/v1/apps/app1/cloud_recording/acquire";
  expect(told.at(-1)).toEqual({ url, method: "POST", isOver: false });
  readToEnd();
  await call;
  expect(told.every(({ isOver }) => isOver)).toBe(true);
});

test("it is told of headers that are asked for, and of no pause between repeats", async () => {
  vi.useFakeTimers();
  const { clock, told } = listeningClock();
  const replies = [json(500, {}), json(200, { resourceId: "r" })];
  const { recording } = stubService(replies, { clock, headers: async () => ({ "x-own": "1" }) });
  const call = recording.acquire(acquireRequest);
  expect(told).toEqual([{ url: undefined, method: undefined, isOver: false }]);
  await vi.advanceTimersByTimeAsync(0);
  expect(told.map(({ method, isOver }) => [method, isOver])).toEqual([
    [undefined, true],
    ["POST", true],
  ]);
  await vi.advanceTimersByTimeAsync(10_000);
  await call;
  expect(told.map(({ method }) => method)).toEqual([undefined, "POST", undefined, "POST"]);
});
