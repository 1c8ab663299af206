import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { tokenAuth } from "../../auth/token-auth.ts";
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

test("an id that an answer leaves empty is that of the handle", async () => {
  const { agora } = stubService([json(200, { taskId: null, status: "STARTED" }), json(200, { taskId: null })]);
  expect(await agora.sttTasks.query(handle)).toMatchObject({ taskId: "T1", state: "running" });
  expect(await agora.sttTasks.stop(handle)).toEqual({ taskId: "T1" });
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

  test("many updates at once all go out, one every five seconds", async () => {
    const { agora, requests } = stubService(Array.from({ length: 15 }, answer));
    const calls = Array.from({ length: 15 }, () => agora.sttTasks.update(handle, { languages: ["zh-CN"] }));
    const all = Promise.all(calls);
    await vi.advanceTimersByTimeAsync(74_999);
    expect(requests).toHaveLength(14);
    await vi.advanceTimersByTimeAsync(1);
    expect(await all).toHaveLength(15);
    const numbers = parameters(requests).map((each) => Number(each.get("sequenceId")));
    expect(new Set(numbers).size).toBe(15);
  });

  test("a wait that is given up holds up nobody", async () => {
    const { agora, requests } = stubService([answer()]);
    for (let index = 0; index < 10; index++) {
      const controller = new AbortController();
      const call = agora.sttTasks.update(handle, { languages: ["zh-CN"] }, { signal: controller.signal });
      const caught = call.catch(() => "aborted");
      await vi.advanceTimersByTimeAsync(20);
      controller.abort();
      expect(await caught).toBe("aborted");
    }
    const last = agora.sttTasks.update(handle, { languages: ["en-US"] });
    await vi.advanceTimersByTimeAsync(4800);
    expect(requests).toHaveLength(1);
    await last;
  });

  test("a clock that is set back costs one gap at the most", async () => {
    const { agora, requests } = stubService([answer(), answer()]);
    await settle(agora.sttTasks.update(handle, { languages: ["zh-CN"] }), 5000);
    vi.setSystemTime(now - 3_600_000);
    const call = agora.sttTasks.update(handle, { languages: ["en-US"] });
    await vi.advanceTimersByTimeAsync(5000);
    await call;
    expect(requests).toHaveLength(2);
  });

  test("a start by a clock that is ahead costs one gap at the most", async () => {
    const { agora, requests } = stubService([answer()]);
    const ahead = { ...handle, startedAt: now + 3_600_000 };
    const call = agora.sttTasks.update(ahead, { languages: ["zh-CN"] });
    await vi.advanceTimersByTimeAsync(5000);
    await call;
    expect(requests).toHaveLength(1);
  });

  test("the distance holds behind a rate limit too", async () => {
    const sentAt: number[] = [];
    const reply = () => {
      sentAt.push(Date.now());
      return answer();
    };
    const other = () => json(200, { taskId: "T2", status: "STARTED" });
    const { agora } = stubService([other, other, other, other, other, other, reply, reply], { rateLimit: 1 });
    const queries = Array.from({ length: 6 }, () => agora.sttTasks.query({ ...handle, taskId: "T2" }));
    const old = { ...handle, startedAt: now - 60_000 };
    const change = () => agora.sttTasks.update(old, { languages: ["zh-CN"] });
    await settle(Promise.all([...queries, change(), change()]));
    expect((sentAt[1] ?? 0) - (sentAt[0] ?? 0)).toBeGreaterThanOrEqual(5000);
  });

  test("what is sent is what was given at the call", async () => {
    const { agora, requests, bodies } = stubService([answer()]);
    const fields: { languages?: string[]; uidLanguagesConfig?: [] } = { languages: ["zh-CN"] };
    const call = agora.sttTasks.update(handle, fields);
    delete fields.languages;
    fields.uidLanguagesConfig = [];
    await settle(call);
    expect(parameters(requests)[0]?.get("updateMask")).toBe("languages");
    expect(bodies).toEqual([{ languages: ["zh-CN"] }]);
  });

  test("a repeat does not undo a later update", async () => {
    const { agora, bodies } = stubService(["silence", answer()]);
    let endedAt = 0;
    const lost = agora.sttTasks.update(handle, { languages: ["de-DE"] }).catch((error: unknown) => {
      endedAt = Date.now() - now;
      return error;
    });
    await vi.advanceTimersByTimeAsync(6000);
    const later = agora.sttTasks.update(handle, { languages: ["fr-FR"] });
    await vi.advanceTimersByTimeAsync(60_000);
    expect(await later).toMatchObject({ state: "running" });
    expect(await lost).toMatchObject({ kind: "client-timeout", retry: { outcomeUnknown: true } });
    expect(bodies).toEqual([{ languages: ["de-DE"] }, { languages: ["fr-FR"] }]);
    // Sent at 5 s, without an answer until 15, given up before its first repeat.
    expect(endedAt).toBe(18_000);
  });

  test("a call that is overtaken while it waits for its token keeps the distance", async () => {
    const sentAt: number[] = [];
    const reply = () => {
      sentAt.push(Date.now() - now);
      return answer();
    };
    let asked = 0;
    const token = () => new Promise<string>((resolve) => setTimeout(() => resolve("007"), asked++ === 0 ? 6000 : 0));
    const { agora } = stubService([reply, reply], { auth: tokenAuth(token) });
    const change = (language: string) => agora.sttTasks.update(handle, { languages: [language] });
    await settle(Promise.all([change("zh-CN"), change("en-US")]));
    expect(sentAt).toEqual([5000, 10_000]);
  });

  test("updates within one millisecond have different numbers", async () => {
    const { agora, requests } = stubService([answer(), answer()]);
    const change = (taskId: string) =>
      agora.sttTasks.update({ ...handle, taskId, startedAt: now - 9000 }, { languages: ["zh-CN"] });
    await Promise.all([change("T1"), change("T2")]);
    const numbers = parameters(requests).map((each) => Number(each.get("sequenceId")));
    expect(numbers.toSorted((a, b) => a - b)).toEqual([now, now + 1]);
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

test("a start of this client counts, even where the handle does not say when it was", async () => {
  const { agora, requests } = stubService([
    json(200, { taskId: "T1", status: "STARTED" }),
    json(200, { taskId: "T1", status: "IN_PROGRESS" }),
  ]);
  const { taskId, tokenName } = await agora.sttTasks.start(started);
  const call = agora.sttTasks.update({ taskId, tokenName }, { languages: ["zh-CN"] });
  await vi.advanceTimersByTimeAsync(4999);
  expect(requests).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(1);
  await call;
});

test("builder and bot tokens stay out of hooks and messages", async () => {
  const seen: unknown[] = [];
  const quoting = (request: Request) =>
    json(400, { message: `bad ${new URL(request.url).searchParams.get("builderToken")}` });
  const tokenName = "BUILDER-TOKEN-VALUE";
  const secret = 'pass"WORD';
  const { agora } = stubService(
    [
      json(200, { tokenName, instanceId: "room-1" }),
      quoting,
      json(400, { message: `bad {"secret":${JSON.stringify(secret)}}` }),
    ],
    {
      onRequest: (info) => seen.push(info),
      onResponse: (info) => seen.push(info),
    },
  );
  await agora.sttTasks.acquire({ instanceId: "room-1" });
  const rtcConfig = { ...request.rtcConfig, pubBotToken: "PUB-BOT-TOKEN", subBotToken: "SUB-BOT-TOKEN" };
  const first = await settle(agora.sttTasks.start({ ...started, tokenName, request: { ...request, rtcConfig } }));
  const encrypted = { ...rtcConfig, cryptionMode: 1, secret } as const;
  const second = await settle(agora.sttTasks.start({ ...started, request: { ...request, rtcConfig: encrypted } }));
  const printed = JSON.stringify(seen) + [first, second].map(String).join();
  for (const value of [tokenName, "PUB-BOT-TOKEN", "SUB-BOT-TOKEN", "WORD"]) expect(printed).not.toContain(value);
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
