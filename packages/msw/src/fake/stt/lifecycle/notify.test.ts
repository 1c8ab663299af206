import { describe, expect, test } from "vitest";
import { callStt, captionStorage, flatRequest, joinRequest, nestedRequest } from "../../../testing/stt-caller.ts";

const storage = { ...captionStorage, fileNamePrefix: ["captions", "2026"] };
const storing = {
  captionConfig: { sliceDuration: 10, storage },
  translateConfig: { languages: [{ source: "en-US", target: ["fr-FR"] }] },
};

describe("v7", () => {
  test("joined and left", async () => {
    const { fake, agent, agentEvents } = callStt();
    fake.channel("room-1").join(1);
    const { id, leave } = await agent();
    const start_ts = fake.now() / 1000;
    fake.advance(1000);
    expect(agentEvents).toEqual([
      {
        sid: id,
        noticeId: expect.stringMatching(/^[0-9a-f-]{36}$/),
        productId: 20,
        eventType: 101,
        notifyMs: fake.now(),
        payload: { agent_id: id, start_ts, channel: "room-1" },
      },
    ]);
    fake.advance(9000);
    await leave();
    expect(agentEvents).toHaveLength(1);
    fake.advance(500);
    expect(agentEvents[1]).toMatchObject({
      eventType: 102,
      payload: { agent_id: id, channel: "room-1", start_ts, stop_ts: start_ts + 10, status: "STOPPED", message: "OK" },
    });
  });

  test.each([
    ["idle", "STOPPED", "Idle for too long"],
    ["token", "FAILED", "RTC connection error"],
    ["asr", "FAILED", "Fatal ASR error"],
  ])("left because of %s", async (cause, status, message) => {
    const { fake, agent, agentEvents } = callStt();
    if (cause === "token") fake.reject({ token: "bad" });
    const { id } = await agent(joinRequest({}, { pubBotToken: "bad" }));
    if (cause === "asr") {
      fake.advance(1000);
      fake.breakDown(id, "asr");
    }
    fake.advance(60_000);
    expect(agentEvents.at(-1)).toMatchObject({ eventType: 102, payload: { status, message } });
    expect(agentEvents.filter(({ eventType }) => eventType === 102)).toHaveLength(1);
  });

  test("files: once per playlist, then everything", async () => {
    const { fake, agent, agentEvents } = callStt();
    fake.channel("room-1").join(1);
    const { id, leave } = await agent(joinRequest(storing));
    const heardAt = fake.now() + 1000;
    fake.advance(10_999);
    expect(agentEvents.map(({ eventType }) => eventType)).toEqual([101]);
    fake.advance(1);
    const base = `${id}_room-1.m3u8`;
    const names = [base, `en-US_${base}`, `fr-FR_${base}`].map((name) => `captions/2026/${name}`);
    expect(agentEvents.slice(1).map(({ payload }) => payload)).toEqual(
      names.map((file_name) => ({
        agent_id: id,
        channel: "room-1",
        file_name,
        file_creation_ts: heardAt,
        message: "A STT transcript m3u8 file was successfully generated & uploaded",
      })),
    );
    fake.advance(60_000);
    await leave();
    fake.advance(500);
    expect(agentEvents.slice(4).map(({ eventType }) => eventType)).toEqual([201, 102]);
    expect(agentEvents[4]?.payload).toMatchObject({
      file_name: names[0],
      message: "STT transcript upload succeeded.",
    });
  });

  test("files that cannot be uploaded", async () => {
    const { fake, agent, agentEvents } = callStt();
    fake.channel("room-1").join(1);
    fake.reject({ secretKey: "key-secret" });
    const { id, leave } = await agent(joinRequest(storing));
    fake.advance(30_000);
    await leave();
    fake.advance(500);
    expect(agentEvents.map(({ eventType }) => eventType)).toEqual([101, 202, 102]);
    expect(agentEvents[1]?.payload).toMatchObject({
      succeed_file_list: [],
      failed_file_list: [
        {
          file_name: `captions/2026/${id}_room-1.m3u8`,
          file_creation_ts: expect.any(Number),
          message: "access denied",
        },
        {},
        {},
      ],
      message: "STT transcript upload failed.",
    });
  });

  test("an upload that takes its time; nobody heard, nothing stored", async () => {
    const { fake, agent, agentEvents } = callStt();
    fake.channel("room-1").join(1);
    fake.uploadTime(5000);
    const { leave } = await agent(joinRequest(storing));
    const silent = await agent(joinRequest({ ...storing, name: "silent" }, { channelName: "empty" }));
    fake.advance(2000);
    await leave();
    await silent.leave();
    fake.advance(500);
    expect(agentEvents.map(({ eventType }) => eventType)).toEqual([101, 101, 102, 102]);
    fake.advance(5000);
    expect(agentEvents.slice(4).map(({ eventType }) => eventType)).toEqual([200, 200, 200, 201]);
  });
});

describe("v5 and v6", () => {
  test("the uploader and its files", async () => {
    const { fake, task, taskEvents } = callStt();
    fake.channel("room-1").join(1);
    const { id, stop } = await task(flatRequest(storing));
    fake.advance(61_000);
    await stop();
    fake.advance(500);
    expect(taskEvents.map(({ eventType, payload }) => [eventType, payload.details.msgName])).toEqual([
      [30, "uploader_started"],
      [4, "voice_ai_file_infos"],
      [33, "uploading_progress"],
      [33, "uploading_progress"],
      [31, "uploaded"],
    ]);
    expect(taskEvents[0]).toMatchObject({
      productId: 20,
      payload: {
        cname: "room-1",
        subBotUid: "47091",
        pubBotUid: "88222",
        taskId: id,
        sequence: 0,
        serviceScene: "Real-Time STT + Real-Time Translation",
        serviceType: 2,
        details: { status: 0 },
      },
    });
    expect(taskEvents[1]?.payload.details.fileList).toBe(`${id}_room-1.m3u8`);
    expect(taskEvents.map(({ payload }) => payload.sequence)).toEqual([0, 1, 2, 3, 4]);
    expect(taskEvents[4]?.payload.details.fileList).toMatchObject([
      { fileName: `${id}_room-1.m3u8`, trackType: "audio", mode: 1, sliceStartTime: expect.any(Number) },
      { fileName: `en-US_${id}_room-1.m3u8` },
      { fileName: `fr-FR_${id}_room-1.m3u8` },
    ]);
  });

  test("the backup cloud, and nothing without storage", async () => {
    const { fake, task, taskEvents } = callStt();
    fake.channel("room-1").join(1);
    fake.uploadTime(0, { outcome: "backuped" });
    const plain = await task(flatRequest({}, { channelName: "room-2" }), "b");
    const output = { destinations: ["Storage"], cloudStorage: [{ storageConfig: captionStorage }] };
    const { stop } = await task(nestedRequest({ output }));
    fake.advance(5000);
    await stop();
    await plain.stop();
    fake.advance(500);
    expect(taskEvents.map(({ eventType }) => eventType)).toEqual([30, 4, 33, 32]);
  });
});
