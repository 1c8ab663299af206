import { createAgoraClient } from "@agora-edge/core";
import { faultKinds, scenarios } from "@agora-edge/msw";
import { AgoraProvider } from "@agora-edge/react";
import { fireEvent, render, screen, waitFor } from "@testing-library/react";
import { beforeEach, expect, test } from "vitest";
import { RecordingButton } from "./recording-button.tsx";
import { baseUrl, fake } from "./setup.ts";

const storageConfig = {
  vendor: 1,
  region: 0,
  bucket: "lessons",
  accessKey: "from-the-proxy",
  secretKey: "from-the-proxy",
};

beforeEach(() => {
  fake.channel("lesson-1").join("1001");
  const client = createAgoraClient({ appId: fake.appId, baseUrl, timeout: 200, retry: false });
  render(
    <AgoraProvider client={client}>
      <RecordingButton cname="lesson-1" uid="900001" clientRequest={{ storageConfig }} />
    </AgoraProvider>,
  );
});

const press = (name: string) => fireEvent.click(screen.getByRole("button", { name }));
const settled = () => waitFor(() => expect(screen.getByRole("button")).toHaveProperty("disabled", false));

async function record() {
  press("Record");
  await screen.findByText("Recording");
}

test("records a lesson and lists its files", async () => {
  await record();
  expect(fake).toBeRecording("lesson-1", { mode: "mix", uid: "900001" });
  fake.advance(20_000);
  press("Stop recording");
  await screen.findByText("Not recording");
  expect(screen.getByRole("listitem").textContent).toMatch(/_lesson-1\.m3u8$/);
  expect(fake).toHaveRecorded("lesson-1", { ending: "requested" });
  expect(fake).toHaveNothingRunning();
});

test("a double click starts one recording", async () => {
  press("Record");
  press("Record");
  await screen.findByText("Recording");
  expect(fake).toHaveStartedRecording("lesson-1", 1);
});

test("a resource ID that is too old is explained, and the next press works", async () => {
  fake.use(scenarios.expiredResource());
  press("Record");
  expect((await screen.findByRole("alert")).textContent).toMatch(/expired/i);
  await settled();
  await record();
  expect(screen.queryByRole("alert")).toBeNull();
});

test("a recording that ended by itself is not a failure", async () => {
  await record();
  fake.use(scenarios.idleExit());
  fake.advance(40_000);
  press("Stop recording");
  await screen.findByText("Not recording");
  expect(screen.queryByRole("alert")).toBeNull();
});

test("a stop that fails leaves the recording to be stopped", async () => {
  await record();
  fake.use(scenarios.failingStop({ times: 1 }));
  press("Stop recording");
  await screen.findByRole("alert");
  expect(screen.getByRole("status").textContent).toBe("Recording");
  expect(fake).toBeRecording("lesson-1");
  await settled();
  press("Stop recording");
  await waitFor(() => expect(fake).toHaveRequested("recording.stop", { times: 2 }));
});

test("who is not signed in is told so", async () => {
  fake.use(scenarios.signedOut());
  press("Record");
  expect((await screen.findByRole("alert")).textContent).toMatch(/sign/i);
  expect(fake.recordings).toEqual([]);
});

test.each(faultKinds("recording.start"))("a start that fails as %s is explained", async (kind) => {
  fake.fail("recording.start", { kind });
  press("Record");
  expect((await screen.findByRole("alert")).textContent).toMatch(/\w+ \w+/);
});
