import { expect, test, vi } from "vitest";
import { json, stubService } from "../testing/service.ts";

const acquireRequest = { cname: "room-1", uid: "900001" };

test("a limiter of the app's own decides when a request leaves", async () => {
  const take = vi.fn(async () => true);
  const { recording, requests } = stubService([json(200, { resourceId: "resource-1" })], { rateLimit: { take } });
  expect(await recording.acquire(acquireRequest)).toMatchObject({ resourceId: "resource-1" });
  expect(take).toHaveBeenCalledTimes(1);
  expect(requests).toHaveLength(1);
});

test("a turn that would come too late is a timeout of which the service knows nothing", async () => {
  const { recording, requests } = stubService([], { rateLimit: { take: async () => false }, retry: false });
  const failure = { kind: "client-timeout", retry: { outcomeUnknown: false } };
  await expect(recording.acquire(acquireRequest)).rejects.toMatchObject(failure);
  expect(requests).toHaveLength(0);
});

test("a limiter that is asked over a network answers with something like a promise", async () => {
  const answers = [0];
  // As the stubs of Workers do: a function that has `then`.
  const rpc = (value: number) => new Proxy(() => {}, { get: () => (done: (value: number) => void) => done(value) });
  const tryAcquire = vi.fn(() => rpc(answers.shift() ?? 0) as unknown as Promise<number>);
  const rateLimit = { tryAcquire, cancel: () => {} };
  const { recording, requests } = stubService([json(200, { resourceId: "resource-1" })], { rateLimit });
  await recording.acquire(acquireRequest, { priority: "low" });
  expect(requests).toHaveLength(1);
  const asked = { priority: "low", subject: undefined, deadline: expect.any(Number), id: expect.any(String) };
  expect(tryAcquire.mock.calls).toEqual([[asked]]);
});
