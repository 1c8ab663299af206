import { basicAuth, createAgoraClient, createRecordingSession } from "@agora-edge/core";
import { expect, test } from "vitest";
import { callFake, storageConfig, who } from "../../../testing/caller.ts";

const serviceName = "aliyun_voice_async_scan";
const service = {
  serviceName,
  streamTypes: 0,
  serviceParam: { callbackAddr: "https://app.example/cb", apiData: { accessKey: "key", secretKey: "secret" } },
} as const;
const moderation = {
  recordingConfig: { streamTypes: 0 },
  extensionServiceConfig: { extensionServices: [service] },
} as const;
const inProgress = { serviceName, streamState: [{ uid: "0", streamType: "audio", status: "inProgress" }] };

async function moderated(clientRequest: object = moderation) {
  const called = callFake();
  called.fake.channel("room-1").join(1);
  const session = await called.record("mix", clientRequest);
  called.fake.advance(90_000);
  return { ...called, session };
}

test("a query says what the services do, and has neither a status nor files", async () => {
  const { session } = await moderated();
  expect(await session.state()).toEqual({
    subServiceStatus: { recordingService: "serviceInProgress" },
    extensionServiceState: [inProgress],
  });
});

test("nothing is uploaded, and a stop with nothing to list is no failure", async () => {
  const { session, eventTypes } = await moderated();
  for (const uploads of [30, 31, 33]) expect(eventTypes()).not.toContain(uploads);
  const { status, body } = await session.stop();
  expect([status, body.serverResponse]).toEqual([
    200,
    {
      subServiceStatus: { recordingService: "serviceCompleted" },
      extensionServiceState: [{ serviceName, streamState: [] }],
    },
  ]);
  expect(eventTypes().slice(-2)).toEqual([41, 11]);
});

test("with a place for files it is a recording with files", async () => {
  const { session } = await moderated({ ...moderation, storageConfig });
  expect(await session.state()).toMatchObject({ status: 5, fileList: expect.stringMatching(/\.m3u8$/) });
});

test("a session of the client runs and ends", async () => {
  const { fake } = callFake();
  fake.channel("room-1").join(1);
  const { appId, customerId, customerSecret, clock } = fake;
  const auth = basicAuth(customerId, customerSecret);
  const client = createAgoraClient({ appId, auth, clock, fetch: fake.fetch });
  const session = createRecordingSession(client, { ...who, mode: "mix", clientRequest: moderation });
  const started = session.start();
  await fake.advanceAsync(30_000);
  const handle = await started;
  expect(session.getSnapshot()).toMatchObject({ status: "recording", serverStatus: "in-progress", files: [] });
  const { services } = await client.recording.query(handle);
  expect(services).toEqual({ recordingService: "in-progress", [serviceName]: "in-progress" });
  const stopped = session.stop();
  await fake.advanceAsync(30_000);
  await stopped;
  expect(session.getSnapshot()).toMatchObject({ status: "stopped", ending: "requested", error: null });
});
