import { createFakeAgora } from "@agora-edge/msw/fake";
import { describe, expect, test } from "vitest";
import {
  basicAuth,
  clockOf,
  createAgoraClient,
  createChannels,
  createRecording,
  createRecordingSession,
  createSttAgents,
  createSttTask,
  createSttTasks,
} from "../index.ts";
import { createAgoraHandler } from "../server.ts";

const storageConfig = { vendor: 1, region: 0, bucket: "b", accessKey: "a", secretKey: "s" } as const;
const rtcConfig = { channelName: "room-1", pubBotUid: "88222", subBotUid: "88223" } as const;

function setUp() {
  const fake = createFakeAgora();
  fake.channel("room-1").join("1001");
  const { appId, clock, customerId, customerSecret } = fake;
  const options = { appId, auth: basicAuth(customerId, customerSecret), fetch: fake.fetch, clock, random: () => 0 };
  return { fake, options };
}

describe("a client of one service", () => {
  test("has its methods on itself, and where every client has them", async () => {
    const { options } = setUp();
    const recording = createRecording(options);
    expect(recording.appId).toBe(options.appId);
    expect(Object.keys(recording.recording)).toEqual(Object.keys(createAgoraClient(options).recording));
    const [one, other] = await Promise.all([
      recording.acquire({ cname: "room-1", uid: "900001" }),
      recording.recording.acquire({ cname: "room-1", uid: "900001" }),
    ]);
    expect(one.resourceId).not.toBe(other.resourceId);
    expect(createSttAgents(options)).toMatchObject({ appId: options.appId, sttAgents: { join: expect.any(Function) } });
    expect(createSttTasks(options)).toMatchObject({ appId: options.appId, sttTasks: { start: expect.any(Function) } });
    expect(createChannels(options)).toMatchObject({ appId: options.appId, channels: { users: expect.any(Function) } });
  });

  test("has the clock that it was made with", () => {
    const { options } = setUp();
    for (const create of [createRecording, createSttAgents, createSttTasks, createChannels]) {
      expect(clockOf(create(options))).toBe(options.clock);
    }
  });

  test("shows no secret when it is printed", () => {
    const { options } = setUp();
    expect(JSON.stringify(createRecording(options))).toBe(`{"appId":"${options.appId}","recording":{}}`);
  });

  test("is enough for a session of its service", async () => {
    const { fake, options } = setUp();
    const session = createRecordingSession(createRecording(options), {
      cname: "room-1",
      uid: "900001",
      mode: "mix",
      clientRequest: { storageConfig },
    });
    const started = session.start();
    await fake.advanceAsync(10_000);
    expect(await started).toMatchObject({ appId: options.appId, sid: expect.any(String) });
    const agent = createSttTask(createSttAgents(options), {
      version: "v7",
      request: { name: "agent", languages: ["en-US"], rtcConfig: { channelName: "room-1", pubBotUid: "88224" } },
    });
    const task = createSttTask(createSttTasks(options), {
      version: "v6",
      request: { languages: ["en-US"], rtcConfig },
    });
    const both = Promise.all([agent.start(), task.start()]);
    await fake.advanceAsync(10_000);
    expect(await both).toMatchObject([{ agentId: expect.any(String) }, { taskId: expect.any(String) }]);
  });

  test("lets pages call its service through the proxy, and no other", async () => {
    const { fake, options } = setUp();
    const handler = createAgoraHandler({
      client: createRecording(options),
      basePath: "/api/agora",
      authorize: () => ({ subject: "alice" }),
    });
    const page = createAgoraClient({
      appId: options.appId,
      baseUrl: "https://app.example/api/agora",
      fetch: (input, init) => handler(new Request(input, init)),
      clock: fake.clock,
    });
    expect(await page.recording.acquire({ cname: "room-1", uid: "900001" })).toMatchObject({ cname: "room-1" });
    await expect(page.sttTasks.acquire({ instanceId: "room-1" })).rejects.toMatchObject({ kind: "proxy-forbidden" });
    const offer = () =>
      createAgoraHandler({
        client: createRecording(options),
        basePath: "/api/agora",
        authorize: () => ({ subject: "alice" }),
        operations: ["recording.*", "sttAgents.*"],
      });
    expect(offer).toThrow(expect.objectContaining({ kind: "invalid-config" }));
    expect(offer).toThrow(/operations\[1\]/);
  });
});
