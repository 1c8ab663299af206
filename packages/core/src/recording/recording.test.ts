import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { AgoraValidationError } from "../errors/validation-error.ts";
import { handle, json, resource, settle, startRequest, stubService } from "../testing/service.ts";

const now = 1_750_000_000_000;

beforeEach(() => {
  vi.useFakeTimers();
  vi.setSystemTime(now);
});
afterEach(() => void vi.useRealTimers());

test("a resource ID lasts five minutes from the moment the request left, repeats and slow answers included", async () => {
  const slow = async () => {
    await new Promise((resolve) => setTimeout(resolve, 4000));
    return json(200, { resourceId: "resource-1" });
  };
  const { recording } = stubService([json(500, {}), slow]);
  const lease = await settle(recording.acquire({ cname: "room-1", uid: "900001", clientRequest: { scene: 1 } }));
  // The first attempt left at 0 s and failed, the second at 3 s and took 4 s.
  expect(lease).toEqual({
    cname: "room-1",
    uid: "900001",
    resourceId: "resource-1",
    scene: 1,
    acquiredAt: now + 3000,
    expiresAt: now + 3000 + 300_000,
  });
});

test("start returns a handle that is plain JSON and enough for every later call", async () => {
  const { recording, requests, bodies } = stubService([
    json(200, { cname: "room-1", uid: "900001", resourceId: "x", sid: "sid1" }),
    json(200, { serverResponse: { status: 5 } }),
    json(200, {}),
    json(200, {}),
    json(200, { serverResponse: {} }),
  ]);
  const started = await recording.start(startRequest);
  expect(started).toEqual({ ...handle, startedAt: now });
  const revived: typeof started = JSON.parse(JSON.stringify(started));
  await recording.query(revived);
  await recording.updateLayout(revived, { mixedVideoLayout: 1 });
  await recording.update(revived, { streamSubscribe: { audioUidList: { subscribeAudioUids: ["1001"] } } });
  await recording.stop(revived, { async_stop: false });
  const base = "https://api.agora.io/v1/apps/app1/cloud_recording/resourceid/resource%2B%2F1%3D";
  expect(requests.map(({ method, url }) => `${method} ${url}`)).toEqual([
    `POST ${base}/mode/mix/start`,
    `GET ${base}/sid/sid1/mode/mix/query`,
    `POST ${base}/sid/sid1/mode/mix/updateLayout`,
    `POST ${base}/sid/sid1/mode/mix/update`,
    `POST ${base}/sid/sid1/mode/mix/stop`,
  ]);
  const ids = { cname: "room-1", uid: "900001" };
  expect(bodies).toEqual([
    { ...ids, clientRequest: startRequest.clientRequest },
    undefined,
    { ...ids, clientRequest: { mixedVideoLayout: 1 } },
    { ...ids, clientRequest: { streamSubscribe: { audioUidList: { subscribeAudioUids: ["1001"] } } } },
    { ...ids, clientRequest: { async_stop: false } },
  ]);
});

test("stop without settings sends an empty clientRequest, acquire too", async () => {
  const { recording, bodies } = stubService([json(200, { serverResponse: {} }), json(200, { resourceId: "r" })]);
  await recording.stop(handle);
  await recording.acquire({ cname: "room-1", uid: "900001" });
  expect(bodies).toMatchObject([{ clientRequest: {} }, { clientRequest: {} }]);
});

test("an answer that lacks what it is for says so, with its body but without its secrets", async () => {
  const { recording } = stubService([json(200, { sid: "", note: "odd" }), json(200, { note: "odd" })]);
  const noSid = await settle(recording.start(startRequest));
  expect(noSid).toBeInstanceOf(AgoraValidationError);
  expect(noSid).toMatchObject({ kind: "unexpected-response", status: 200, retry: { outcomeUnknown: true } });
  expect((noSid as Error).message).toContain('"note":"odd"');
  const noResource = await settle(recording.acquire({ cname: "room-1", uid: "900001" }));
  expect(noResource).toMatchObject({ kind: "unexpected-response", issues: [{ path: "resourceId" }] });
});

test("a handle or lease of another project is refused before anything is sent", async () => {
  const { recording, requests } = stubService([]);
  const foreign = { ...handle, appId: "another" };
  const calls = [
    () => recording.query(foreign),
    () => recording.stop(foreign),
    () => recording.updateLayout(foreign, {}),
    () => recording.update(foreign, {}),
  ];
  for (const call of calls) {
    expect(await settle(call())).toMatchObject({ kind: "invalid-request", issues: [{ path: "handle.appId" }] });
  }
  const lease = { ...startRequest, ...resource, appId: "another" };
  expect(await settle(recording.start(lease))).toMatchObject({ issues: [{ path: "appId" }] });
  expect(requests).toHaveLength(0);
});

test.each([[undefined], [null], [42], ["sid"], [[]], [{}]])(
  "%j instead of a request or handle is refused, not tripped over",
  async (wrong) => {
    const { recording, requests } = stubService([]);
    const given = wrong as never;
    const calls = [
      () => recording.acquire(given),
      () => recording.start(given),
      () => recording.query(given),
      () => recording.update(given, given),
      () => recording.updateLayout(given, given),
      () => recording.stop(given),
    ];
    for (const call of calls) await expect(call()).rejects.toMatchObject({ kind: "invalid-request" });
    expect(requests).toHaveLength(0);
  },
);

test("query needs no more than stands in its path, and says what the service echoes", async () => {
  const { recording } = stubService([json(200, { cname: "room-1", uid: null, serverResponse: { status: 5 } })]);
  const result = await recording.query({ resourceId: "r", sid: "s", mode: "mix" });
  expect(result).toMatchObject({ cname: "room-1", uid: "", resourceId: "r", sid: "s", state: "in-progress" });
});

test("R9: a lease that was acquired without scene 1 does not start a web page recording", async () => {
  const { recording, requests } = stubService([json(200, { resourceId: "resource-1" })]);
  const lease = await recording.acquire({ cname: "page-1", uid: "900001" });
  const call = recording.start({ ...lease, mode: "web", clientRequest: {} as never });
  const error = await settle(call);
  expect((error as AgoraValidationError).issues.map(({ path }) => path)).toContain("scene");
  expect(requests).toHaveLength(1);
});

test("errors about something that runs carry its handle", async () => {
  const { recording } = stubService([json(404, { code: 404, reason: "failed to find worker" })]);
  expect(await settle(recording.query(handle))).toMatchObject({ kind: "task-not-found", handle });
});

test("a name close to a known one is refused with the right spelling, unless allowed; others pass", async () => {
  const clientRequest = {
    ...startRequest.clientRequest,
    recordingConfig: { channelType: 1, unsubscribeAudioUids: ["1"], brandNew: true },
  };
  const request = { ...startRequest, clientRequest } as never;
  const strict = stubService([]);
  const error = await settle(strict.recording.start(request));
  expect(error).toMatchObject({ issues: [{ path: "clientRequest.recordingConfig.unsubscribeAudioUids" }] });
  expect((error as Error).message).toContain("unSubscribeAudioUids");
  const allowed = stubService([json(200, { sid: "sid1" })], { allowFields: ["unsubscribeAudioUids"] });
  await allowed.recording.start(request);
  expect(allowed.bodies).toMatchObject([{ clientRequest }]);
});
