import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { AgoraNetworkError } from "../errors/network-error.ts";
import { connectionFailed, handle, json, resource, settle, startRequest, stubService } from "../testing/service.ts";

const queried = () => json(200, { serverResponse: { status: 5 } });

beforeEach(() => {
  vi.useFakeTimers();
  vi.setSystemTime(1_750_000_000_000);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe("ambiguous outcomes", () => {
  test("a lost start repeats its resource ID; 201 that names the sid means the first one worked", async () => {
    const { recording, requests } = stubService([
      connectionFailed(),
      json(201, { code: 7, reason: "already started", sid: "sid-of-the-first" }),
    ]);
    const started = await settle(recording.start(startRequest));
    expect(started).toMatchObject({ sid: "sid-of-the-first", resourceId: resource.resourceId, appId: "app1" });
    expect(requests).toHaveLength(2);
  });

  test("201 without a sid is already-started, with the lost attempt as its cause", async () => {
    const { recording } = stubService([connectionFailed(), json(201, { code: 7, reason: "already started" })]);
    const error = await settle(recording.start(startRequest));
    expect(error).toMatchObject({ kind: "already-started", status: 201, code: 7, retry: { policy: "none" } });
    expect((error as Error).cause).toBeInstanceOf(AgoraNetworkError);
  });

  test("201 on a first attempt is never success, but its sid is on the error", async () => {
    const { recording } = stubService([json(201, { code: 7, sid: "running" })]);
    const error = await settle(recording.start(startRequest));
    expect(error).toMatchObject({ kind: "already-started", handle: { sid: "running", mode: "mix" } });
  });

  test("a lost start is sent three times at the most", async () => {
    const { recording, requests } = stubService([connectionFailed(), connectionFailed(), connectionFailed()]);
    expect(await settle(recording.start(startRequest))).toBeInstanceOf(AgoraNetworkError);
    expect(requests).toHaveLength(3);
  });

  test("a lost stop asks before it repeats: 404 ends it", async () => {
    const gone = json(404, { code: 404, reason: "failed to find worker" });
    const { recording, requests } = stubService([connectionFailed(), gone]);
    const error = await settle(recording.stop(handle));
    expect(error).toMatchObject({ kind: "task-not-found", operation: "recording.stop", handle, status: 404 });
    expect((error as Error).cause).toBeInstanceOf(AgoraNetworkError);
    expect(requests.map((request) => request.url.split("/").at(-1))).toEqual(["stop", "query"]);
  });

  test("an abort while it asks is an abort of the stop, and leaves it in doubt", async () => {
    const controller = new AbortController();
    const { recording } = stubService([connectionFailed(), "silence"]);
    const call = recording.stop(handle, {}, { signal: controller.signal }).catch((error: unknown) => error);
    await vi.advanceTimersByTimeAsync(4000);
    controller.abort();
    expect(await call).toMatchObject({ kind: "aborted", operation: "recording.stop", retry: { outcomeUnknown: true } });
  });

  test("a stop that the service leaves open is settled by asking, at the end too", async () => {
    const open = () => json(206, { code: 65, reason: "request not completed" });
    const gone = () => json(404, { code: 404, reason: "failed to find worker" });
    const early = stubService([open(), gone()]);
    expect(await settle(early.recording.stop(handle))).toMatchObject({ kind: "task-not-found" });
    const late = stubService([open(), queried(), open(), queried(), open(), gone()]);
    expect(await settle(late.recording.stop(handle))).toMatchObject({ kind: "task-not-found" });
    const never = stubService([open(), queried(), open(), queried(), open(), queried()]);
    const error = await settle(never.recording.stop(handle));
    expect(error).toMatchObject({ kind: "request-not-completed", retry: { outcomeUnknown: true } });
    expect(never.requests.map(({ method }) => method).join()).toBe("POST,GET,POST,GET,POST,GET");
  });

  test("asking counts towards the time of the whole call", async () => {
    const begin = Date.now();
    const ended = vi.fn(() => Date.now() - begin);
    const { recording } = stubService([connectionFailed(), "silence"], { maxElapsed: 5000 });
    recording.stop(handle).catch(ended);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(ended).toHaveReturnedWith(5000);
  });

  test("a lost stop is sent again while the recording runs", async () => {
    const stopped = json(200, { serverResponse: { uploadingStatus: "uploaded", fileList: "a.m3u8" } });
    const { recording, requests } = stubService([connectionFailed(), queried(), stopped]);
    expect(await settle(recording.stop(handle))).toMatchObject({ upload: "uploaded", files: [{ fileName: "a.m3u8" }] });
    expect(requests.map((request) => request.url.split("/").at(-1))).toEqual(["stop", "query", "stop"]);
  });
});
