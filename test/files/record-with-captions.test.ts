import { basicAuth, createAgoraClient } from "@agora-edge/core";
import { recordWithCaptions, type CaptionedRecordingRequest } from "@agora-edge/core/captions";
import { createFakeAgora } from "@agora-edge/msw/fake";
import { describe, expect, test } from "vitest";

function setUp() {
  const fake = createFakeAgora();
  const auth = basicAuth(fake.customerId, fake.customerSecret);
  const agora = createAgoraClient({ appId: fake.appId, auth, fetch: fake.fetch, clock: fake.clock, retry: false });
  return { fake, agora };
}

const storageConfig = { vendor: 1, region: 0, bucket: "calls", accessKey: "key", secretKey: "secret" };
const request: CaptionedRecordingRequest = {
  cname: "room-1",
  uid: "900001",
  mode: "mix",
  clientRequest: { storageConfig, recordingConfig: { channelType: 0, maxIdleTime: 60 } },
  transcription: { name: "room-1-captions", languages: ["en-US"], rtcConfig: { pubBotUid: "47091" } },
};

describe("recordWithCaptions", () => {
  test.each<CaptionedRecordingRequest>([
    request,
    {
      ...request,
      mode: "raw",
      clientRequest: {
        ...request.clientRequest,
        recordingFileConfig: null,
        extensionServiceConfig: null,
        recordingConfig: { channelType: 0 },
      },
    },
  ])("records and transcribes the same channel by the time of day, in mode $mode", async (wanted) => {
    const { fake, agora } = setUp();
    fake.channel("room-1").join("1001");
    const captioned = await recordWithCaptions(agora, wanted);
    await fake.advanceAsync(20_000);
    expect(fake.recordings).toMatchObject([{ sid: captioned.recording.sid, cname: "room-1", mode: wanted.mode }]);
    expect(fake.agents).toMatchObject([{ name: captioned.agent.name, channel: "room-1", status: "RUNNING" }]);
    const start = fake.requests.find(({ operation }) => operation === "recording.start");
    expect(start?.body).toMatchObject({
      clientRequest: { recordingConfig: { extensionParams: { enableNTPtimestamp: true }, channelType: 0 } },
    });
    const { files } = await captioned.stop();
    expect(files.length).toBeGreaterThan(0);
    await fake.advanceAsync(20_000);
    expect(fake.recordings[0]?.ending).toBe("requested");
    expect(fake.agents[0]?.ending).toBe("requested");
  });

  test("leaves no recording behind when the transcription does not start", async () => {
    const { fake, agora } = setUp();
    fake.channel("room-1").join("1001");
    fake.fail("sttAgents.join", { status: 400, body: { reason: "InvalidParameter", detail: "no" } });
    await expect(recordWithCaptions(agora, request)).rejects.toMatchObject({
      operation: "sttAgents.join",
      status: 400,
    });
    expect(fake.requests.map(({ operation }) => operation)).toContain("recording.stop");
    await fake.advanceAsync(20_000);
    expect(fake.recordings[0]?.ending).toBe("requested");
  });

  test("leaves no transcription behind when the recording does not start", async () => {
    const { fake, agora } = setUp();
    fake.fail("recording.start", { status: 400, body: { code: 2, reason: "no" } });
    await expect(recordWithCaptions(agora, request)).rejects.toMatchObject({ operation: "recording.start", code: 2 });
    expect(fake.requests.map(({ operation }) => operation)).toContain("sttAgents.leave");
  });

  test("ends the one when the other cannot be ended, and says both failures when there are two", async () => {
    const { fake, agora } = setUp();
    fake.channel("room-1").join("1001");
    const captioned = await recordWithCaptions(agora, request);
    await fake.advanceAsync(20_000);
    fake.fail("sttAgents.leave", { status: 400, body: { reason: "no" } });
    fake.fail("recording.stop", { status: 400, body: { code: 2, reason: "no" } });
    const error: unknown = await captioned.stop().catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(AggregateError);
    expect(error).toMatchObject({ errors: [{ operation: "recording.stop" }, { operation: "sttAgents.leave" }] });
    await captioned.stop();
    await fake.advanceAsync(20_000);
    expect(fake.recordings[0]?.ending).toBe("requested");
  });
});
