import { expect, test } from "vitest";
import { createFakeAgora, scenarios } from "../../fake.ts";
import { storageConfig, who } from "../../testing/caller.ts";
import { acquire, clientOf, kindOf, startMix } from "../../testing/client.ts";

function stage() {
  const fake = createFakeAgora({ rateLimit: false });
  fake.channel(who.cname).join("1001");
  return { fake, client: clientOf(fake) };
}

test("a delay alone makes the fault that comes next late, and does not use the request up", async () => {
  const { fake, client } = stage();
  const resource = await acquire(client);
  const fault = fake.fail("recording.start", { kind: "task-conflict" });
  fake.use(scenarios.slowAnswers({ seconds: 2 }), scenarios.slowStart({ seconds: 3 }));
  let kind = "";
  const start = () => client.recording.start({ ...resource, mode: "mix", clientRequest: { storageConfig } });
  void kindOf(start()).then((found) => (kind = found));
  await fake.advanceAsync(2900);
  expect(kind).toBe("");
  await fake.advanceAsync(200);
  expect([kind, fault.hits]).toEqual(["task-conflict", 1]);
  void kindOf(start()).then((found) => (kind = found));
  await fake.advanceAsync(2100);
  expect([kind, fake.recordings.length]).toEqual(["none", 1]);
});

test("one operation goes before all, what ends before what does not", async () => {
  const { fake, client } = stage();
  fake.fail("*", { code: 501, times: Infinity });
  fake.fail("*", { code: 500 });
  fake.fail("recording.acquire", { code: 405, times: Infinity }).cancel();
  fake.fail("recording.acquire", { code: 406 });
  const kinds: string[] = [];
  for (let call = 0; call < 4; call += 1) kinds.push(await kindOf(acquire(client)));
  expect(kinds).toEqual(["concurrency-limit", "internal-error", "no-resources", "no-resources"]);
});

test.each([
  [scenarios.slowUpload({ seconds: 60 }), scenarios.backupUpload()],
  [scenarios.backupUpload(), scenarios.slowUpload({ seconds: 60 })],
])("a slow upload to the backup cloud, in either order", async (...both) => {
  const { fake, client } = stage();
  const events: number[] = [];
  fake.onNotification(({ eventType }) => events.push(eventType));
  fake.use(...both);
  const recording = await startMix(client);
  fake.advance(20_000);
  expect(await kindOf(client.recording.stop(recording))).toBe("upload-timeout");
  expect(events).not.toContain(32);
  fake.advance(61_000);
  expect(events).toContain(32);
});

test("notifications twice, but for those that are lost", async () => {
  const { fake, client } = stage();
  const events: number[] = [];
  fake.onNotification(({ eventType }) => events.push(eventType));
  fake.use(scenarios.redundantNotifications(), scenarios.lostNotifications({ eventTypes: [42] }));
  fake.use(scenarios.lostNotifications({ eventTypes: [30] }));
  await startMix(client);
  fake.advance(20_000);
  expect(events.filter((type) => type === 40)).toHaveLength(2);
  expect(events.filter((type) => type === 30 || type === 42)).toEqual([]);
});
