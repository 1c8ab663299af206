import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { callState, success } from "../testing/attempt.ts";
import { retry } from "./retry.ts";
import { beginAttempt, noAnswer, type CallState } from "./state.ts";
import { AgoraApiError } from "../errors/api-error.ts";
import { connectionFailed, json, page, settle, startRequest, stubService } from "../testing/service.ts";

const acquired = () => json(200, { resourceId: "resource-1" });
const acquireRequest = { cname: "room-1", uid: "900001" };

beforeEach(() => {
  vi.useFakeTimers();
  vi.setSystemTime(1_750_000_000_000);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe("repeats", () => {
  const notCompleted = () => json(206, { code: 65, reason: "request not completed" });

  test("65 repeats with the same resource after 3 and 6 s, then gives up", async () => {
    const sentAt: number[] = [];
    const reply = () => {
      sentAt.push(Date.now() - begin);
      return notCompleted();
    };
    const begin = Date.now();
    const { recording, requests } = stubService([reply, reply, reply]);
    const error = await settle(recording.start(startRequest));
    expect(error).toBeInstanceOf(AgoraApiError);
    expect(error).toMatchObject({ kind: "request-not-completed", status: 206, code: 65 });
    expect(sentAt).toEqual([0, 3000, 9000]);
    for (const request of requests) expect(request.url).toContain("resourceid/resource%2B%2F1%3D/");
  });

  test("pauses are as documented, with jitter on top", async () => {
    const delays: number[] = [];
    const { recording } = stubService([notCompleted(), notCompleted(), json(200, { sid: "sid1" })], {
      random: () => 0.5,
      onRetry: ({ delay }) => delays.push(delay),
    });
    expect(await settle(recording.start(startRequest))).toMatchObject({ sid: "sid1" });
    expect(delays).toEqual([3300, 6600]);
  });

  test("429 backs off and honours Retry-After, as seconds and as a date", async () => {
    const delays: number[] = [];
    const limited = (after: string) => json(429, { message: "API rate limit exceeded" }, { "retry-after": after });
    const date = new Date(Date.now() + 20_000).toUTCString();
    const { recording } = stubService([limited("7"), limited(date), acquired()], {
      onRetry: ({ delay }) => delays.push(delay),
    });
    expect(await settle(recording.acquire(acquireRequest))).toMatchObject({ resourceId: "resource-1" });
    expect(delays).toEqual([7000, 13_000]);
  });

  test.each([400, 401, 403, 404, 409])("%i is never repeated", async (status) => {
    const { recording, requests } = stubService([json(status, { code: 406, reason: "vendor_over_load" })]);
    expect(await settle(recording.acquire(acquireRequest))).toBeInstanceOf(AgoraApiError);
    expect(requests).toHaveLength(1);
  });

  test("a policy can tune or switch off the repeats", async () => {
    const off = stubService([json(500, {})], { retry: false });
    expect(await settle(off.recording.acquire(acquireRequest))).toMatchObject({ status: 500 });
    expect(off.requests).toHaveLength(1);
    const few = stubService([json(500, {}), json(500, {})], { retry: { maxRetries: 1 } });
    expect(await settle(few.recording.acquire(acquireRequest))).toMatchObject({ status: 500 });
    expect(few.requests).toHaveLength(2);
    const own = stubService([json(400, {}), acquired()], { retry: { delays: () => [50] } });
    expect(await settle(own.recording.acquire(acquireRequest), 60)).toMatchObject({ resourceId: "resource-1" });
  });

  test("no repeat begins after maxElapsed", async () => {
    const { recording, requests } = stubService([json(500, {}), json(500, {})], { maxElapsed: 5000 });
    expect(await settle(recording.acquire(acquireRequest), 5000)).toMatchObject({ status: 500 });
    expect(requests).toHaveLength(2);
  });

  test("behind a proxy answers are not repeated, but failures to reach it are", async () => {
    const options = { auth: undefined, baseUrl: "https://app.example/agora" } as never;
    const answered = stubService([json(500, {})], options);
    expect(await settle(answered.recording.acquire(acquireRequest))).toMatchObject({ status: 500 });
    expect(answered.requests).toHaveLength(1);
    const unreached = stubService([connectionFailed(), acquired()], options);
    expect(await settle(unreached.recording.acquire(acquireRequest))).toMatchObject({ resourceId: "resource-1" });
  });

  test.each([
    ["a gateway that slows down", json(429, { message: "API rate limit exceeded" }), true],
    ["a gateway that knows no route", json(404, { message: "no Route matched with those values" }), true],
    ["a gateway that knows no App ID", json(400, { message: "appid is invalid" }), true],
    ["a status without a word", json(408, {}), true],
    ["a page of a proxy", page(403, "<html>Forbidden"), true],
    ["a refusal of the app's own proxy", json(403, {}, { "x-agora-edge-proxy": "1" }), true],
    ["the service, about the task", json(400, { code: 53, reason: "task conflict" }), false],
    ["the service, about the age of the resource alone", json(400, { code: 433 }), true],
  ])("doubt about a lost start is for the service to settle: %s", async (_, answer, outcomeUnknown) => {
    const { recording } = stubService([connectionFailed(), answer], { retry: { maxRetries: 1 } });
    expect(await settle(recording.start(startRequest))).toMatchObject({ retry: { outcomeUnknown } });
  });
});

describe("retry, alone", () => {
  const step = retry({ hooks: {}, isDirect: true, options: {}, random: () => 0 });
  const failing = (state: CallState, times: number) => async () => {
    const attempt = beginAttempt(state);
    if (attempt.number > times) return success;
    throw noAnswer(attempt, "network", new TypeError("fetch failed"));
  };

  test("runs the rest again after each pause, and tells it of the failure before", async () => {
    const state = callState({ repeatDelays: [10, 20] });
    expect(await settle(step(state, failing(state, 2)))).toBe(success);
    expect(state.attempts).toBe(3);
    expect(state.failure).toMatchObject({ kind: "network-error" });
  });

  test("runs it once where the call says so", async () => {
    const state = callState({ once: true });
    expect(await settle(step(state, failing(state, 1)))).toMatchObject({ kind: "network-error" });
    expect(state.attempts).toBe(1);
  });

  test("does not retry an error that is not a failed request", async () => {
    const state = callState();
    const broken = new TypeError("a mistake in the code");
    await expect(step(state, () => Promise.reject(broken))).rejects.toBe(broken);
  });

  test("ends when an attempt is given up before it is made", async () => {
    const state = callState({ repeatDelays: [10, 20] });
    const ended = settle(
      step(state, async () => {
        if (state.failure) throw state.failure;
        return failing(state, 1)();
      }),
    );
    expect(await ended).toBe(state.failure);
    expect(state.attempts).toBe(1);
  });
});
