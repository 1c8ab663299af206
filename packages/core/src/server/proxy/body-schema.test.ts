import { describe, expect, test } from "vitest";
import type { RequestWarning } from "../../index.ts";
import { room } from "../testing/steps.ts";
import { createWorld, storageConfig } from "../testing/world.ts";

const { appId } = createWorld().fake;
const acquire = `/api/agora/v1/apps/${appId}/cloud_recording/acquire`;
const agents = `/api/agora/api/speech-to-text/v1/projects/${appId}/join`;
const agent = { name: "n", languages: ["en-US"], rtcConfig: { channelName: "room-1", pubBotUid: "88222" } };

const reasonOf = async (path: string, json: unknown) => {
  const response = await createWorld().send(path, { json });
  return { status: response.status, ...((await response.json()) as object) };
};

describe("a field of a page in the wrong object", () => {
  test.each<[path: string, body: object, reason: string]>([
    [
      acquire,
      { ...room, clientRequest: { startParameter: { recordingConfig: { avFileType: ["hls"] } } } },
      "clientRequest.startParameter.recordingConfig.avFileType is no documented field of this operation: " +
        "it belongs in clientRequest.startParameter.recordingFileConfig.avFileType.",
    ],
    [
      acquire,
      { ...room, scene: 1 },
      "scene is no documented field of this operation: it belongs in clientRequest.scene.",
    ],
    [acquire, { ...room, unheardOf: 1 }, "unheardOf is no documented field of this operation."],
    [
      agents,
      { ...agent, captionConfig: { storageConfig } },
      "captionConfig.storageConfig is no documented field of this operation: it belongs in captionConfig.storage.",
    ],
    [
      agents,
      { ...agent, pubBotToken: "t" },
      "pubBotToken is no documented field of this operation: it belongs in rtcConfig.pubBotToken.",
    ],
  ])("is refused with the place where it belongs: %s", async (path, body, reason) => {
    expect(await reasonOf(path, body)).toMatchObject({ status: 400, kind: "proxy-rejected", reason });
  });

  test("is no place in the address", async () => {
    const own = createWorld();
    const { recording } = own.page("alice");
    const lease = await recording.acquire(room);
    const handle = await recording.start({ ...lease, mode: "mix", clientRequest: {} });
    const path = `/api/agora/v1/apps/${appId}/cloud_recording/resourceid/${handle.resourceId}/sid/${handle.sid}/mode/mix/stop`;
    const response = await own.send(path, {
      json: { ...room, clientRequest: { sid: "s" } },
      grant: handle.grant ?? "",
    });
    expect(await response.json()).toMatchObject({
      reason: "clientRequest.sid is no documented field of this operation.",
    });
  });
});

describe("null", () => {
  test("says nothing, not even where files go, and leaves the place to the hook", async () => {
    const own = createWorld();
    const { recording } = own.page("alice");
    const lease = await recording.acquire({ ...room, clientRequest: null });
    await recording.start({
      ...lease,
      mode: "mix",
      clientRequest: { storageConfig: null, recordingConfig: null, recordingFileConfig: { avFileType: null } },
    });
    expect(own.fake.requests.at(-1)).toMatchObject({
      status: 200,
      body: { clientRequest: { recordingConfig: null, storageConfig: { bucket: storageConfig.bucket } } },
    });
  });

  test("is not the place of the captions of the beta", async () => {
    const { page } = createWorld({ prepare: {} });
    const lease = await page("alice").sttTasks.acquire({ instanceId: "room-1" });
    const request = {
      audio: { agoraRtcConfig: { channelName: "room-1", uid: "101" } },
      config: {
        features: ["RECOGNIZE"],
        recognizeConfig: {
          language: "en-US",
          output: { destinations: ["AgoraRTCDataStream"], agoraRTCDataStream: { channelName: null, uid: "102" } },
        },
      },
    } as const;
    const task = await page("alice").sttTasks.start({ ...lease, version: "beta", request });
    expect(task.taskId).not.toBe("");
  });
});

describe("warnings", () => {
  test("of what a hook made go to the client of the server", async () => {
    const warnings: RequestWarning[] = [];
    const own = createWorld({
      server: { onWarning: (warning) => warnings.push(warning) },
      prepare: {
        "recording.start": ({ body }) => ({
          ...body,
          clientRequest: { ...body.clientRequest, storageConfig: { ...storageConfig, endpoint: "minio.example" } },
        }),
      },
    });
    const { recording } = own.page("alice", { onWarning: () => {} });
    const lease = await recording.acquire(room);
    await recording.start({ ...lease, mode: "mix", clientRequest: {} });
    expect(warnings).toMatchObject([
      {
        operation: "recording.start",
        path: "clientRequest.storageConfig.endpoint",
        belongsIn: "clientRequest.storageConfig.extensionParams.endpoint",
      },
    ]);
  });

  test("are refusals where that client is strict", async () => {
    const { page } = createWorld({ server: { strict: true } });
    const { recording } = page("alice", { onWarning: () => {} });
    await expect(recording.acquire({ ...room, clientRequest: { region: "US" } })).rejects.toMatchObject({
      kind: "proxy-rejected",
      reason: expect.stringContaining("clientRequest.region is not documented"),
    });
  });
});
