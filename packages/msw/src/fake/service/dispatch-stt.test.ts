import { deflateSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { callStt, captionStorage, flatRequest, joinRequest } from "../../testing/stt-caller.ts";

const little = (value: number, size: number) => {
  const bytes = Buffer.alloc(size);
  bytes.writeUIntLE(value, 0, size);
  return bytes;
};
const text = (value: string) => Buffer.concat([little(value.length, 2), Buffer.from(value)]);

/** A token as the public builders write it, with a made-up signature. */
function accessToken(options: { appId: string; issuedAt: number; expiresIn: number; channel: string; uid: string }) {
  const { appId, issuedAt, expiresIn, channel, uid } = options;
  const service = [little(1, 2), little(1, 2), little(1, 2), little(0, 4), text(channel), text(uid)];
  const content = [
    text("s".repeat(32)),
    text(appId),
    little(issuedAt / 1e3, 4),
    little(expiresIn, 4),
    little(7, 4),
    little(1, 2),
    ...service,
  ];
  return `007${deflateSync(Buffer.concat(content)).toString("base64")}`;
}

const facts = (fake: { appId: string; now(): number }, more: object = {}) => ({
  appId: fake.appId,
  issuedAt: fake.now(),
  expiresIn: 600,
  channel: "room-1",
  uid: "88222",
  ...more,
});

describe("a token in the header", () => {
  test("is good until it runs out, in both families", async () => {
    const { fake, base, old, send } = callStt();
    const authorization = `agora token="${accessToken(facts(fake))}"`;
    const body = { instanceId: "a" };
    expect((await send("POST", `${old}/builderTokens`, body, authorization)).status).toBe(200);
    fake.advance(600_000);
    for (const reply of [
      await send("POST", `${old}/builderTokens`, body, authorization),
      await send("GET", `${base}/agents`, undefined, authorization),
    ]) {
      expect(reply).toMatchObject({ status: 401, body: { message: "Token is expired" } });
    }
  });

  test("may be invented", async () => {
    const { base, send } = callStt();
    for (const token of ["007eJxEXAMPLEuniversalToken", "007", "anything"]) {
      expect((await send("GET", `${base}/agents`, undefined, `agora token="${token}"`)).status).toBe(200);
    }
  });
});

describe("the token of a bot", () => {
  test("event 104, half a minute before it runs out", async () => {
    const { fake, agent, agentEvents } = callStt();
    fake.channel("room-1").join(1);
    const { id, get } = await agent(joinRequest({}, { pubBotToken: accessToken(facts(fake)) }));
    const short = accessToken(facts(fake, { expiresIn: 30, uid: "7" }));
    await agent(joinRequest({ name: "short" }, { pubBotUid: "7", pubBotToken: short }));
    const start_ts = fake.now() / 1000;
    fake.advance(569_999);
    expect(agentEvents.map(({ eventType }) => eventType)).toEqual([101, 101]);
    fake.advance(1);
    expect(agentEvents[2]).toMatchObject({
      eventType: 104,
      payload: { agent_id: id, name: "agent-1", start_ts, channel: "room-1", message: "token will expire!" },
    });
    fake.advance(60_000);
    expect((await get()).body.status).toBe("RUNNING");
  });

  test.each([
    [{}, "RUNNING"],
    [{ uid: "" }, "RUNNING"],
    [{ channel: "*" }, "RUNNING"],
    [{ channel: "room-2" }, "FAILED"],
    [{ uid: "1" }, "FAILED"],
    [{ appId: "f".repeat(32) }, "FAILED"],
    [{ expiresIn: 0 }, "FAILED"],
  ])("has to fit where there is an App Certificate: %j", async (more, status) => {
    const { fake, agent } = callStt({ appCertificate: true });
    fake.channel("room-1").join(1);
    const { get } = await agent(joinRequest({}, { pubBotToken: accessToken(facts(fake, more)) }));
    fake.advance(1000);
    expect((await get()).body.status).toBe(status);
  });
});

/** Bodies as public clients send them. */
describe("what other clients send", () => {
  test("a web demo of v6, with its token in the header", async () => {
    const { fake, old, send } = callStt();
    const authorization = 'agora token="007eJxEXAMPLEuniversalToken"';
    const acquired = await send("POST", `${old}/builderTokens`, { instanceId: "room-1" }, authorization);
    const tasks = `${old}/tasks`;
    const query = `?builderToken=${String(acquired.body.tokenName)}`;
    const bots = { subBotUid: "1000", pubBotUid: "2000" };
    const tokens = { subBotToken: "007eJxEXAMPLEuniversalToken", pubBotToken: "007eJxEXAMPLEuniversalToken" };
    const body = {
      languages: ["en-US"],
      maxIdleTime: 60,
      rtcConfig: { channelName: "room-1", ...bots, ...tokens },
    };
    const started = await send("POST", `${tasks}${query}`, body, authorization);
    expect(started.status).toBe(200);
    fake.advance(5000);
    const update = {
      languages: ["zh-CN"],
      rtcConfig: { subscribeAudioUids: ["111"] },
      translateConfig: { enable: false },
    };
    const mask = "languages,rtcConfig.subscribeAudioUids,translateConfig.enable";
    const path = `${tasks}/${String(started.body.taskId)}${query}`;
    const updated = await send("PATCH", `${path}&sequenceId=1&updateMask=${mask}`, update, authorization);
    expect(updated.status).toBe(200);
    expect((await send("DELETE", path, undefined, authorization)).status).toBe(200);
  });

  test("a demo of v7, which also names fields that are gone", async () => {
    const { join } = callStt();
    const reply = await join({
      languages: ["en-US"],
      keywords: ["Agora", "RTC"],
      name: "stt-group-01a1fd8f-f083-765d-bba2-4026d9a8d359",
      maxIdleTime: 600,
      rtcConfig: { channelName: "room1", subBotUid: "1000", pubBotUid: "2000" },
      translateConfig: { forceTranslateInterval: 2, languages: [{ source: "en-US", target: ["zh-CN"] }] },
    });
    expect(reply.status).toBe(200);
  });

  test("a path as it is in China, and no body", async () => {
    const { agent, base, send } = callStt();
    const { id } = await agent();
    expect((await send("GET", `/cn${base}/agents/${id}`)).status).toBe(200);
    expect((await send("POST", `/cn${base}/agents/${id}/leave`)).text).toBe("");
  });
});

test("the journal knows the channel and keeps no secret", async () => {
  const { fake, join, task } = callStt();
  const tokens = { subBotToken: "sub-secret", pubBotToken: "pub-secret", cryptionMode: 1, secret: "channel-secret" };
  const { vendor, region, bucket } = captionStorage;
  const storage = { vendor, region, bucket, accesskey: "key-one", secretkey: "key-two" };
  await task(flatRequest({ captionConfig: { storage } }, tokens));
  await join(joinRequest({}, tokens));
  expect(fake.requests.map(({ cname }) => cname)).toEqual([undefined, "room-1", "room-1"]);
  expect(JSON.stringify(fake.requests)).not.toMatch(/sub-secret|pub-secret|channel-secret|key-one|key-two/);
});
