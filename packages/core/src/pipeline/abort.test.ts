import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { AgoraAbortError } from "../errors/abort-error.ts";
import { connectionFailed, settle, startRequest, stubService } from "../testing/service.ts";

const acquireRequest = { cname: "room-1", uid: "900001" };

beforeEach(() => {
  vi.useFakeTimers();
  vi.setSystemTime(1_750_000_000_000);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe("abort", () => {
  test("before anything was sent", async () => {
    const { recording, requests } = stubService([]);
    const error = await settle(recording.acquire(acquireRequest, { signal: AbortSignal.abort("gone") }));
    expect(error).toBeInstanceOf(AgoraAbortError);
    expect(error).toMatchObject({ kind: "aborted", cause: "gone", retry: { outcomeUnknown: false } });
    expect(requests).toHaveLength(0);
  });

  test("at once after the call, when nothing has left yet", async () => {
    const controller = new AbortController();
    const { recording, requests } = stubService([]);
    const call = recording.start(startRequest, { signal: controller.signal });
    controller.abort();
    await expect(call).rejects.toMatchObject({ kind: "aborted", retry: { outcomeUnknown: false } });
    expect(requests).toHaveLength(0);
  });

  test("while the request is under way", async () => {
    const controller = new AbortController();
    const { recording } = stubService(["silence"]);
    const call = recording.start(startRequest, { signal: controller.signal }).catch((error: unknown) => error);
    await vi.advanceTimersByTimeAsync(10);
    controller.abort();
    expect(await call).toMatchObject({ kind: "aborted", retry: { outcomeUnknown: true } });
  });

  test.each(["signal", "retrySignal"] as const)("while waiting to repeat, by %s where both are given", async (name) => {
    const controllers = { signal: new AbortController(), retrySignal: new AbortController() };
    const { signal, retrySignal } = controllers;
    const { recording } = stubService([connectionFailed()]);
    const call = recording.start(startRequest, { signal: signal.signal, retrySignal: retrySignal.signal });
    const caught = call.catch((error: unknown) => error);
    await vi.advanceTimersByTimeAsync(1000);
    controllers[name].abort("enough");
    expect(await caught).toMatchObject({ kind: "aborted", cause: "enough", retry: { outcomeUnknown: true } });
    expect(vi.getTimerCount()).toBe(0);
  });

  test("while waiting to repeat", async () => {
    const controller = new AbortController();
    const { recording, requests } = stubService([connectionFailed()]);
    const call = recording.start(startRequest, { signal: controller.signal });
    const caught = call.catch((error: unknown) => error);
    await vi.advanceTimersByTimeAsync(1000);
    controller.abort();
    expect(await caught).toMatchObject({ kind: "aborted", retry: { outcomeUnknown: true } });
    expect(requests).toHaveLength(1);
    expect(vi.getTimerCount()).toBe(0);
  });
});
