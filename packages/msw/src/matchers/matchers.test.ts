import { expect as jestExpect } from "expect";
import { afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { createFakeAgora } from "../fake.ts";
import { assertAgora, agoraMatchers } from "../matchers.ts";
import { who } from "../testing/caller.ts";
import { clientOf, joinAgent, startMix, startTask } from "../testing/client.ts";

beforeAll(() => import("../vitest.ts"));
afterEach(() => void vi.unstubAllGlobals());

async function stage() {
  const fake = createFakeAgora({ rateLimit: false });
  fake.channel(who.cname).join("1001");
  return { fake, client: clientOf(fake) };
}

test("a recording, from nothing to its files", async () => {
  const { fake, client } = await stage();
  expect(fake).not.toHaveStartedRecording("room-1");
  const handle = await startMix(client);
  expect(fake).toBeRecording("room-1");
  expect(fake).toBeRecording("room-1", { mode: "mix", uid: "900001" });
  expect(fake).not.toBeRecording("room-1", { mode: "web" });
  expect(fake).not.toBeRecording("room-2");
  expect(fake).not.toHaveRecorded("room-1");
  expect(fake).not.toHaveNothingRunning();
  fake.advance(20_000);
  await client.recording.stop(handle);
  expect(fake).toHaveRecorded("room-1");
  expect(fake).toHaveRecorded("room-1", { mode: "mix", ending: "requested", files: 1 });
  expect(fake).not.toHaveRecorded("room-1", { files: 2 });
  expect(fake).not.toHaveRecorded("room-2");
  expect(fake).not.toBeRecording("room-1");
  expect(fake).toHaveStartedRecording("room-1", 1);
  expect(fake).not.toHaveStartedRecording("room-1", 2);
  expect(fake).toHaveNothingRunning();
});

test("transcriptions of both families", async () => {
  const { fake, client } = await stage();
  const agent = await joinAgent(client);
  expect(fake).toBeTranscribing("room-1");
  await client.sttAgents.leave(agent);
  expect(fake).not.toBeTranscribing("room-1");
  await startTask(client);
  expect(fake).toBeTranscribing("room-1");
  expect(fake).toHaveStartedTranscription("room-1", 2);
  expect(fake).not.toHaveStartedTranscription("room-2");
  expect(fake).not.toHaveNothingRunning();
});

test("requests, by what was in them and what was answered", async () => {
  const { fake, client } = await stage();
  await startMix(client);
  expect(fake).toHaveRequested("recording.start");
  expect(fake).toHaveRequested("recording.start", { times: 1, status: 200, body: { cname: "room-1" } });
  expect(fake).toHaveRequested("recording.start", {
    body: { clientRequest: { storageConfig: { vendor: expect.any(Number) } } },
  });
  expect(fake).not.toHaveRequested("recording.start", { body: { cname: "room-2" } });
  expect(fake).not.toHaveRequested("recording.start", { times: 2 });
  expect(fake).not.toHaveRequested("recording.stop");
  expect(fake).toHaveRequested("recording.stop", { times: 0 });
});

test("requests that are no operation", async () => {
  const { fake } = await stage();
  expect(fake).toHaveNoUnexpectedRequests();
  await fake.fetch("https://api.agora.io/v1/apps/a/cloud_recording/aquire", { method: "POST" });
  expect(fake).not.toHaveNoUnexpectedRequests();
  expect(() => expect(fake).toHaveNoUnexpectedRequests()).toThrow(
    "the nearest is POST /v1/apps/{appId}/cloud_recording/acquire",
  );
});

describe("a failure", () => {
  test("says what was expected, what was found, and how the fake stands", async () => {
    const { fake, client } = await stage();
    await startMix(client);
    fake.fail("recording.stop", { code: 65 });
    const message = messageOf(() => expect(fake).toHaveRecorded("room-2", { mode: "web" }));
    expect(message).toContain(
      `Expected the fake to have recorded room-2 with mode "web", with at least one file to show for it`,
    );
    expect(message).toContain("Found: room-1 (mix, uid 900001, live, 0 files).");
    expect(message).toContain(fake.dump());
    expect(messageOf(() => expect(fake).not.toBeRecording("room-1"))).toContain(
      "Expected the fake not to be recording",
    );
  });

  test("names what there is in full, and counts in English", async () => {
    const { fake, client } = await stage();
    const handle = await startMix(client);
    fake.advance(20_000);
    await client.recording.stop(handle);
    const agent = await joinAgent(client);
    const found = "Found: room-1 (mix, uid 900001, ended: requested, 1 file).";
    expect(messageOf(() => expect(fake).toBeRecording("room-1"))).toContain(found);
    const never = messageOf(() => expect(fake).toHaveStartedRecording("room-2"));
    expect(never).toContain("to have started at least one recording of room-2.");
    expect(never).toContain(found);
    expect(messageOf(() => expect(fake).toHaveStartedRecording("room-1", 2))).toContain("started 2 recordings of");
    expect(messageOf(() => expect(fake).toHaveRecorded("room-1", { files: 2 }))).toContain("with 2 files to show");
    expect(messageOf(() => expect(fake).toBeTranscribing("room-2"))).toContain(
      `Found: room-1 (agent ${agent.agentId}, STARTING, live).`,
    );
    expect(messageOf(() => expect(fake).toHaveNothingRunning())).toContain(`agent ${agent.agentId}`);
  });

  test("is no use with anything but a fake", () => {
    expect(() => agoraMatchers.toHaveNothingRunning({})).toThrow(TypeError);
  });
});

test("plain assertions say the same", async () => {
  const { fake, client } = await stage();
  await startMix(client);
  const plain = assertAgora(fake);
  plain.toBeRecording("room-1");
  plain.toHaveStartedRecording("room-1", 1);
  plain.toHaveRequested("recording.start");
  plain.not.toHaveRecorded("room-1");
  plain.not.toBeTranscribing("room-1");
  plain.not.toHaveStartedTranscription("room-1");
  plain.toHaveNoUnexpectedRequests();
  expect(() => plain.toHaveNothingRunning()).toThrow("Expected the fake to have nothing running");
  expect(() => plain.not.toBeRecording("room-1")).toThrow(fake.dump());
});

test("the expect of jest takes them too, as a global or by hand", async () => {
  const { fake, client } = await stage();
  await startMix(client);
  vi.stubGlobal("expect", jestExpect);
  await import("../jest.ts");
  const matchers: object = jestExpect(fake);
  expect(matchers).toHaveProperty("toBeRecording");
  const call = Reflect.get(matchers, "toBeRecording") as (cname: string) => void;
  call("room-1");
  expect(() => call("room-2")).toThrow("Expected the fake to be recording room-2");
});

function messageOf(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  throw new Error("it held");
}
