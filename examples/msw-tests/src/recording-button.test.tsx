import { createAgoraClient } from "@agora-edge/core";
import { faultKinds, scenarios } from "@agora-edge/msw";
import { AgoraProvider } from "@agora-edge/react";
import { act, fireEvent, render, screen } from "@testing-library/react";
import { beforeEach, expect, test } from "vitest";
import { RecordingButton } from "./recording-button.tsx";
import { baseUrl, fake } from "./setup.ts";

/** One client for each test: what it remembers of a recording is not the fake's to reset. */
beforeEach(() => {
  fake.channel("lesson-1").join("1001");
  const client = createAgoraClient({ appId: fake.appId, baseUrl, clock: fake.clock, retry: false });
  render(
    <AgoraProvider client={client}>
      <RecordingButton cname="lesson-1" uid="900001" clientRequest={{}} />
    </AgoraProvider>,
  );
});

const pass = (seconds: number) => act(() => fake.advanceAsync(seconds * 1000));
const press = (name: string) => fireEvent.click(screen.getByRole("button", { name }));
const status = () => screen.getByRole("status").textContent;
const problem = () => screen.queryByRole("alert")?.textContent ?? null;

async function record() {
  press("Record");
  await pass(20);
  expect(status()).toBe("Recording");
}

test("records a lesson and lists its files", async () => {
  await record();
  expect(fake).toBeRecording("lesson-1", { mode: "mix", uid: "900001" });
  press("Stop recording");
  await pass(20);
  expect([status(), problem()]).toEqual(["Not recording", null]);
  expect(screen.getByRole("listitem").textContent).toMatch(/_lesson-1\.m3u8$/);
  expect(fake).toHaveRecorded("lesson-1", { ending: "requested" });
  expect(fake).toHaveNothingRunning();
});

test("does not say that it records before the service does", async () => {
  fake.use(scenarios.slowStart({ seconds: 5 }));
  press("Record");
  await pass(3);
  expect(status()).toBe("Starting");
  expect(screen.getByRole("button")).toHaveProperty("disabled", true);
  await pass(20);
  expect(status()).toBe("Recording");
});

test("a double click starts one recording", async () => {
  press("Record");
  fireEvent.click(screen.getByRole("button"));
  await pass(20);
  expect(status()).toBe("Recording");
  expect(fake).toHaveStartedRecording("lesson-1", 1);
});

test("a resource ID that is too old is made good without a word", async () => {
  fake.use(scenarios.expiredResource());
  await record();
  expect(problem()).toBeNull();
  expect(fake).toHaveRequested("recording.acquire", { times: 2 });
});

test("a recording that ended by itself is not a failure", async () => {
  await record();
  fake.use(scenarios.idleExit());
  // Without a pause for the page, which would notice by itself.
  fake.advance(35_000);
  press("Stop recording");
  await pass(60);
  expect([status(), problem()]).toEqual(["Not recording", null]);
  expect(fake).toHaveNothingRunning();
});

test("a stop that fails leaves the recording to be stopped", async () => {
  await record();
  fake.use(scenarios.failingStop({ times: 1 }));
  press("Stop recording");
  await pass(20);
  expect([status(), problem()]).toEqual(["Recording", "Server error"]);
  expect(fake).toBeRecording("lesson-1");
  press("Stop recording");
  await pass(20);
  expect([status(), problem()]).toEqual(["Not recording", null]);
  expect(fake).toHaveNothingRunning();
});

test("who is not signed in is told so", async () => {
  fake.use(scenarios.signedOut());
  press("Record");
  await pass(20);
  expect(problem()).toMatch(/sign/i);
  expect(fake.recordings).toEqual([]);
});

/** These two are made good with another resource ID, as above. */
const healed = new Set(["resource-expired", "resource-unparsable"]);
const told = faultKinds("recording.start").filter((kind) => !healed.has(kind));

test.each(told)("a start that fails as %s is explained", async (kind) => {
  fake.fail("recording.start", { kind, times: Infinity });
  press("Record");
  await pass(180);
  expect(problem()).toMatch(/\w+ \w+/);
});
