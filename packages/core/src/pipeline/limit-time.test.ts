import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { attemptState, success } from "../testing/attempt.ts";
import { limitTime } from "./limit-time.ts";
import { AgoraNetworkError } from "../errors/network-error.ts";
import { AgoraTimeoutError } from "../errors/timeout-error.ts";
import { connectionFailed, handle, json, settle, startRequest, stubService } from "../testing/service.ts";

const queried = () => json(200, { serverResponse: { status: 5 } });

beforeEach(() => {
  vi.useFakeTimers();
  vi.setSystemTime(1_750_000_000_000);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe("connection failures", () => {
  test("become an AgoraNetworkError that keeps its cause, not the request", async () => {
    const cause = connectionFailed();
    const { recording } = stubService([cause], { retry: false });
    const error = await settle(recording.start(startRequest));
    expect(error).toBeInstanceOf(AgoraNetworkError);
    expect(error).toMatchObject({ kind: "network-error", cause, retry: { outcomeUnknown: true } });
  });

  test("a name that does not resolve is told apart: nothing was sent", async () => {
    const cause = Object.assign(new TypeError("fetch failed"), {
      cause: Object.assign(new Error("getaddrinfo ENOTFOUND api.agora.io"), { code: "ENOTFOUND" }),
    });
    const { recording } = stubService([cause], { retry: false });
    const error = await settle(recording.start(startRequest));
    expect(error).toMatchObject({ kind: "dns-failure", retry: { outcomeUnknown: false } });
  });

  test("silence becomes an AgoraTimeoutError even when fetch ignores its signal", async () => {
    const { recording } = stubService(["silence"], { retry: false });
    const call = recording.start(startRequest, { timeout: 2000 });
    const error = await settle(call, 2000);
    expect(error).toBeInstanceOf(AgoraTimeoutError);
    expect(error).toMatchObject({ kind: "client-timeout", retry: { outcomeUnknown: true } });
  });

  test("a read-only call has no outcome to be in doubt about", async () => {
    const { recording } = stubService([connectionFailed()], { retry: false });
    expect(await settle(recording.query(handle))).toMatchObject({ retry: { outcomeUnknown: false } });
  });

  test.each([
    ["synchronous", {}, 30_000],
    ["asynchronous", { async_stop: true }, 10_000],
  ])("a %s stop has its own time", async (_, clientRequest, ms) => {
    const { recording } = stubService(["silence"], { retry: false });
    const ended = vi.fn();
    recording.stop(handle, clientRequest).catch(ended);
    await vi.advanceTimersByTimeAsync(ms - 1);
    expect(ended).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    expect(ended).toHaveBeenCalledWith(expect.any(AgoraTimeoutError));
  });

  test("a time-out and an abort reach fetch", async () => {
    const controller = new AbortController();
    const { recording, requests } = stubService(["silence", "silence"], { retry: false });
    const aborted = settle(recording.query(handle, { signal: controller.signal }), 10);
    await vi.advanceTimersByTimeAsync(5);
    controller.abort();
    await aborted;
    await settle(recording.query(handle, { timeout: 50 }), 50);
    expect(requests.map(({ signal }) => signal.aborted)).toEqual([true, true]);
  });

  test("a timeout of Infinity waits as long as timers can, and 0, negative numbers and NaN are refused", async () => {
    const late = () => new Promise<Response>((resolve) => setTimeout(() => resolve(queried()), 300));
    const { recording } = stubService([late]);
    expect(await settle(recording.query(handle, { timeout: Infinity }))).toMatchObject({ state: "in-progress" });
    for (const timeout of [0, -1, Number.NaN]) {
      const refused = recording.query(handle, { timeout });
      await expect(refused).rejects.toMatchObject({ kind: "invalid-request", issues: [{ path: "timeout" }] });
    }
  });

  test("a host name that contains dns is no failed name", async () => {
    const { recording } = stubService([new TypeError("read ECONNRESET by dns.proxy.local")], { retry: false });
    expect(await settle(recording.start(startRequest))).toMatchObject({ kind: "network-error" });
  });
});

describe("limitTime, alone", () => {
  test("ends what does not listen, and tells what does by the signal of the attempt", async () => {
    const attempt = attemptState({ timeout: 500 });
    const ended = limitTime(attempt, () => new Promise(() => {})).catch((error: unknown) => error);
    expect(attempt.signal?.aborted).toBe(false);
    await vi.advanceTimersByTimeAsync(500);
    expect(await ended).toMatchObject({ kind: "client-timeout", retry: { outcomeUnknown: false } });
    expect(attempt.signal?.aborted).toBe(true);
  });

  test("begins nothing when the time of the call is over", async () => {
    const attempt = attemptState();
    attempt.state.deadline = Date.now();
    const next = vi.fn(async () => success);
    await expect(limitTime(attempt, next)).rejects.toMatchObject({ kind: "client-timeout" });
    expect(next).not.toHaveBeenCalled();
  });

  test("leaves no timer behind", async () => {
    expect(await limitTime(attemptState(), async () => success)).toBe(success);
    await expect(limitTime(attemptState(), () => Promise.reject(new Error("no")))).rejects.toThrow("no");
    expect(vi.getTimerCount()).toBe(0);
  });
});
