import { expect, test } from "vitest";
import { createFakeAgora, scenarios, type FakeAgora, type Scenario } from "../fake.ts";
import { pageUrl, who } from "../testing/caller.ts";
import { acquire, clientOf, joinAgent, kindOf, startMix } from "../testing/client.ts";

const { notEnabled, accountSuspended, hostDown, redundantNotifications, lostNotifications } = scenarios;

function stage() {
  const fake = createFakeAgora({ rateLimit: false });
  const heard: number[] = [];
  fake.onNotification(({ eventType }) => heard.push(eventType));
  return { fake, client: clientOf(fake), heard };
}

/** How the fake looks with both, with one taken back, and with none. */
async function steps<Look>(fake: FakeAgora, both: readonly [Scenario, Scenario], look: () => Look) {
  const undos = both.map((scenario) => fake.use(scenario));
  const seen: Awaited<Look>[] = [];
  for (const undo of undos.toReversed()) {
    undo();
    seen.push(await look());
  }
  return seen;
}

test("a suspended account that is not enabled either", async () => {
  const { fake, client } = stage();
  const look = () => kindOf(acquire(client));
  expect(await steps(fake, [notEnabled(), accountSuspended()], look)).toEqual(["invalid-app-id", "none"]);
  expect(await steps(fake, [accountSuspended(), notEnabled()], look)).toEqual(["app-not-active", "none"]);
});

test("a host that is down for two reasons", async () => {
  const { fake, client } = stage();
  const down = () => hostDown({ host: "api.agora.io" });
  expect(await steps(fake, [down(), down()], () => kindOf(acquire(client)))).toEqual(["network-error", "none"]);
});

test("notifications that come twice and are lost", async () => {
  const { fake, client, heard } = stage();
  const look = async () => {
    heard.length = 0;
    await startMix(client, {}, { cname: "room-2", uid: String(fake.requestCount + 1) });
    fake.advance(2000);
    return heard.filter((type) => type === 30).length;
  };
  expect(await steps(fake, [redundantNotifications(), lostNotifications()], look)).toEqual([2, 1]);
});

test("what was set by hand stays", async () => {
  const { fake, client } = stage();
  const recordingEnds = async (clientRequest: object) => {
    const uid = String(fake.requestCount + 1);
    await startMix(client, clientRequest, { ...who, uid });
    fake.advance(10_000);
    return fake.recordings.at(-1)?.ending;
  };
  fake.channel(who.cname).join("1001");
  fake.reject({ accessKey: "key-id", token: "bad" });
  fake.use(scenarios.wrongStorageKeys(), scenarios.wrongToken())();
  expect(await recordingEnds({})).toBe("storage-refused");
  fake.reject({ accessKey: null });
  expect(await recordingEnds({ token: "bad" })).toBe("token-refused");
  expect(await recordingEnds({ token: "good" })).toBeUndefined();
});

test("uploads go on as before", async () => {
  const { fake, client } = stage();
  fake.channel(who.cname).join("1001");
  fake.uploadTime(60_000, { outcome: "backuped" });
  fake.use(scenarios.slowUpload({ seconds: 1 }), scenarios.backupUpload())();
  const recording = await startMix(client);
  fake.advance(20_000);
  expect(await kindOf(client.recording.stop(recording))).toBe("upload-timeout");
});

test("pages and CDNs are as they were", async () => {
  const { fake } = stage();
  const url = pageUrl;
  fake.page(url).fails("webgl");
  const undo = fake.use(scenarios.pageNeverReady({ url }), scenarios.brokenPage({ url }), scenarios.cdnDown({ url }));
  const again = fake.use(scenarios.cdnDown({ url }));
  undo();
  again();
  fake.page(url).loads()();
  expect(await webEnding(fake)).toBe("page-unsupported");
});

async function webEnding(fake: FakeAgora): Promise<string | undefined> {
  const { recording } = clientOf(fake);
  const resource = await recording.acquire({ ...who, clientRequest: { scene: 1 } });
  const serviceParam = { url: pageUrl, audioProfile: 0, videoWidth: 1280, videoHeight: 720, maxRecordingHour: 2 };
  const storage = { vendor: 1, region: 0, bucket: "b", accessKey: "k", secretKey: "s" };
  await recording.start({
    ...resource,
    mode: "web",
    clientRequest: {
      storageConfig: storage,
      extensionServiceConfig: { extensionServices: [{ serviceName: "web_recorder_service", serviceParam }] },
    } as never,
  });
  fake.advance(10_000);
  return fake.recordings.at(-1)?.ending;
}

test("silence ends, and everybody sends what they sent before", async () => {
  const { fake, client } = stage();
  const channel = fake.channel(who.cname);
  channel.join("1001", { codec: "vp8", publish: { audio: true, video: false } });
  const before = channel.users;
  const both: readonly [Scenario, Scenario] = [scenarios.nobodyPublishing(), scenarios.nobodyPublishing()];
  const look = () => channel.users.map(({ audio, codec }) => [audio, codec]);
  expect(await steps(fake, both, look)).toEqual([[[false, "vp8"]], [[true, "vp8"]]]);
  expect(channel.users).toEqual(before);
  const undo = fake.use(scenarios.nobodyPublishing());
  await startMix(client, {}, { cname: "empty", uid: "1" });
  expect(fake.channel("empty").users).toHaveLength(1);
  undo();
  expect(fake.channel("empty").users).toEqual([]);
});

test("answers that only Cloud Recording gives cannot be asked of others", () => {
  // @ts-expect-error -- only the recording service says so
  const wrong = () => scenarios.lostStartAnswer({ by: "not-completed", operation: "sttAgents.join" });
  expect(wrong).toThrow(RangeError);
  expect(() => scenarios.lostStartAnswer({ by: "not-completed", operation: "recording.start" })).not.toThrow();
});

test("an agent is lost as soon as it runs, not before", async () => {
  const { fake, client } = stage();
  fake.channel(who.cname).join("1001");
  fake.use(scenarios.agentRecovery({ after: 0, seconds: 5 }));
  await joinAgent(client);
  expect(fake.agents[0]?.status).not.toBe("RECOVERING");
  fake.advance(1500);
  expect(fake.agents[0]?.status).toBe("RECOVERING");
  fake.advance(6000);
  expect(fake.agents[0]?.status).toBe("RUNNING");
});
