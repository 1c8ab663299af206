import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { AgoraNetworkError } from "../../errors/network-error.ts";
import { connectionFailed, json, settle, stubService } from "../../testing/service.ts";

const now = 1_750_000_000_000;
beforeEach(() => {
  vi.useFakeTimers();
  vi.setSystemTime(now);
});
afterEach(() => void vi.useRealTimers());

const request = {
  languages: ["en-US"],
  rtcConfig: { channelName: "room-1", subBotUid: "1000", pubBotUid: "2000" },
} as const;
const started = { tokenName: "t+/k=", version: "v6", request } as const;
const handle = { appId: "app1", version: "v6", tokenName: "t+/k=", taskId: "T1", startedAt: now } as const;
const running = "The task has been started, current status is STARTED, taskId is 5f0c3c9f";
const tasks = "https://api.agora.io/v1/projects/app1/rtsc/speech-to-text";

test("a builder token lasts five minutes from the moment the request left", async () => {
  const { agora, requests, bodies } = stubService([json(200, { tokenName: "t", createTs: 17, instanceId: "room-1" })]);
  expect(await agora.sttTasks.acquire({ instanceId: "room-1" })).toEqual({
    tokenName: "t",
    createTs: 17,
    instanceId: "room-1",
    acquiredAt: now,
    expiresAt: now + 300_000,
  });
  expect(requests[0]?.url).toBe(`${tasks}/builderTokens`);
  expect(bodies).toEqual([{ instanceId: "room-1" }]);
});

test("the token is percent-encoded, and the handle is enough for every later call", async () => {
  const { agora, requests, bodies } = stubService([
    json(200, { taskId: "T1", createTs: 1, status: "STARTED" }),
    json(200, { taskId: "T1", createTs: 1, status: "IN_PROGRESS" }),
    new Response(null, { status: 200 }),
  ]);
  const task = await agora.sttTasks.start({ ...started, instanceId: "room-1" });
  expect(task).toEqual({ ...handle, instanceId: "room-1" });
  expect(await agora.sttTasks.query(task)).toMatchObject({ taskId: "T1", status: "IN_PROGRESS", state: "running" });
  expect(await agora.sttTasks.stop(task)).toEqual({ taskId: "T1" });
  const token = "builderToken=t%2B%2Fk%3D";
  expect(requests.map(({ method, url }) => `${method} ${url}`)).toEqual([
    `POST ${tasks}/tasks?${token}`,
    `GET ${tasks}/tasks/T1?${token}`,
    `DELETE ${tasks}/tasks/T1?${token}`,
  ]);
  expect(bodies[0]).toEqual(request);
});

test("never uses regional hosts", async () => {
  const { agora, requests } = stubService([connectionFailed(), json(200, { tokenName: "t" })], { area: "EU" });
  await settle(agora.sttTasks.acquire({ instanceId: "room-1" }));
  expect(requests.map(({ url }) => new URL(url).host)).toEqual(["api.agora.io", "api.sd-rtn.com"]);
});

describe("a task that runs already", () => {
  test.each([
    [409, { message: running }, "already-started"],
    [201, { taskId: "5f0c3c9f" }, "already-started"],
    [400, { code: 49, reason: running }, "already-started"],
  ])("HTTP %i %j names it on the error, to be adopted", async (status, body, kind) => {
    const { agora } = stubService([json(status, body)]);
    const error = await settle(agora.sttTasks.start(started));
    expect(error).toMatchObject({ kind, runningTask: "5f0c3c9f", handle: { ...handle, taskId: "5f0c3c9f" } });
  });

  test("where nothing names it, the error says only that it runs", async () => {
    const { agora } = stubService([json(400, { code: 49 })]);
    const error = await settle(agora.sttTasks.start(started));
    expect(error).toMatchObject({ kind: "already-started" });
    expect(error).not.toHaveProperty("runningTask");
  });

  test("after a lost start it is the one that was started", async () => {
    const { agora, requests } = stubService([connectionFailed(), json(409, { message: running })]);
    expect(await settle(agora.sttTasks.start(started))).toMatchObject({ taskId: "5f0c3c9f", version: "v6" });
    expect(requests.map(({ url }) => new URL(url).search)).toEqual([
      "?builderToken=t%2B%2Fk%3D",
      "?builderToken=t%2B%2Fk%3D",
    ]);
  });
});

describe("failures", () => {
  test.each([
    [400, { message: "resourceId reaches out the limited time interval!" }, "builder-token-expired", "re-acquire"],
    [400, { message: "body schema check fail, languages" }, "invalid-body", "none"],
    [206, {}, "no-stream", "none"],
    [500, { code: 502 }, "internal-error", "ambiguous"],
  ])("HTTP %i %j is %s", async (status, body, kind, policy) => {
    const { agora } = stubService([json(status, body)], { retry: false });
    expect(await settle(agora.sttTasks.start(started))).toMatchObject({ kind, retry: { policy } });
  });

  test("a lost start is sent three times at the most", async () => {
    const { agora, requests } = stubService([connectionFailed(), connectionFailed(), connectionFailed()]);
    expect(await settle(agora.sttTasks.start(started))).toBeInstanceOf(AgoraNetworkError);
    expect(requests).toHaveLength(3);
  });
});

describe("update", () => {
  const answer = () => json(200, { taskId: "T1", status: "IN_PROGRESS" });
  const parameters = (requests: Request[]) => requests.map(({ url }) => new URL(url).searchParams);

  test("the mask follows from the fields", async () => {
    const { agora, requests, bodies } = stubService([answer()]);
    const fields = {
      languages: ["zh-CN"],
      rtcConfig: { subscribeAudioUids: ["111"] },
      translateConfig: { enable: false },
    };
    await settle(agora.sttTasks.update(handle, fields));
    expect(requests[0]?.method).toBe("PATCH");
    const [sent] = parameters(requests);
    expect(sent?.get("updateMask")).toBe("languages,rtcConfig.subscribeAudioUids,translateConfig.enable");
    expect(sent?.get("builderToken")).toBe("t+/k=");
    expect(bodies).toEqual([fields]);
  });

  test("waits five seconds after the start and between updates", async () => {
    const sentAt: number[] = [];
    const reply = () => {
      sentAt.push(Date.now() - now);
      return answer();
    };
    const { agora } = stubService([reply, reply, reply]);
    const change = () => agora.sttTasks.update(handle, { languages: ["zh-CN"] });
    const other = agora.sttTasks.update({ ...handle, taskId: "T2", startedAt: now - 60_000 }, { languages: ["zh-CN"] });
    await settle(Promise.all([change(), change(), other]));
    expect(sentAt).toEqual([0, 5000, 10_000]);
  });

  test("the wait ends with the signal, and nothing is sent", async () => {
    const controller = new AbortController();
    const { agora, requests } = stubService([]);
    const call = agora.sttTasks.update(handle, { languages: ["zh-CN"] }, { signal: controller.signal });
    const caught = call.catch((error: unknown) => error);
    await vi.advanceTimersByTimeAsync(1000);
    controller.abort();
    expect(await caught).toMatchObject({ kind: "aborted", retry: { outcomeUnknown: false } });
    expect(requests).toHaveLength(0);
    expect(vi.getTimerCount()).toBe(0);
  });

  test("every update and every repeat has a greater number, in another process too", async () => {
    const first = stubService([connectionFailed(), answer(), answer()]);
    await settle(first.agora.sttTasks.update(handle, { languages: ["zh-CN"] }));
    await settle(first.agora.sttTasks.update(handle, { languages: ["en-US"] }));
    const second = stubService([answer()]);
    await settle(second.agora.sttTasks.update(handle, { languages: ["zh-CN"] }));
    const numbers = parameters([...first.requests, ...second.requests]).map((each) => Number(each.get("sequenceId")));
    expect(numbers).toEqual([...new Set(numbers)].toSorted((a, b) => a - b));
    expect(numbers).toHaveLength(4);
  });
});

test("a wrong request is refused before it leaves, with its path", async () => {
  const { agora, requests } = stubService([]);
  const wrong = { ...started, request: { ...request, rtcConfig: { ...request.rtcConfig, pubBotUid: "1000" } } };
  const error = await settle(agora.sttTasks.start(wrong));
  expect(error).toMatchObject({ kind: "invalid-request", operation: "sttTasks.start" });
  expect((error as Error).message).toContain("pubBotUid");
  expect(await settle(agora.sttTasks.query({ ...handle, appId: "other" }))).toMatchObject({ kind: "invalid-request" });
  expect(requests).toHaveLength(0);
});
