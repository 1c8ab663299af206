import { expect, test } from "vitest";
import { createWorld, settle } from "./setup.ts";

test.each([
  [{ subServiceStatus: { recordingService: "serviceInProgress" } }, "in-progress"],
  [{ extensionServiceState: [{ serviceName: "aliyun_voice_async_scan", streamState: [] }] }, null],
])("a query without a status says that it runs: %j", async (serverResponse, serverStatus) => {
  const { fake, newSession } = createWorld();
  fake.fail("recording.query", { status: 200, body: { serverResponse }, times: 20 });
  const session = newSession();
  await settle(fake, session.start(), 30_000);
  expect(session.getSnapshot()).toMatchObject({ status: "recording", serverStatus, error: null });
});
