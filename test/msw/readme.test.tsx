import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { createAgoraClient } from "@agora-edge/core";
import { agoraHandlers, createFakeAgora, scenarios } from "@agora-edge/msw";
import { AgoraProvider } from "@agora-edge/react";
import { act, cleanup, fireEvent, render, screen } from "@testing-library/react";
import { setupServer } from "msw/node";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { RecordingButton } from "../../examples/msw-tests/src/recording-button.tsx";

beforeAll(() => import("@agora-edge/msw/vitest"));

// More than once: what one test leaves behind must not reach the next.
describe("the first test of the README", { repeats: 2 }, () => {
  // From here on as in packages/msw/README.md.
  const baseUrl = "/api/agora"; // of the app's own proxy
  const fake = createFakeAgora({ strict: true });
  const server = setupServer(...agoraHandlers(fake, { baseUrl }));
  beforeAll(() => server.listen());
  afterEach(() => {
    cleanup();
    server.resetHandlers();
    fake.reset();
  });
  afterAll(() => server.close());

  test("a double click starts one recording", async () => {
    fake.channel("room-1").join("1001"); // somebody publishes, so files appear
    fake.use(scenarios.slowStart({ seconds: 3 })); // a situation
    const client = createAgoraClient({ appId: fake.appId, baseUrl, clock: fake.clock, retry: false });
    render(
      <AgoraProvider client={client}>
        <RecordingButton cname="room-1" uid="900001" clientRequest={{}} />
      </AgoraProvider>,
    );
    fireEvent.click(screen.getByRole("button"));
    fireEvent.click(screen.getByRole("button"));
    await act(() => fake.advanceAsync(20_000)); // time passes
    expect(screen.getByRole("status").textContent).toBe("Recording");
    expect(fake).toHaveStartedRecording("room-1", 1); // what the service saw
  });
  // Up to here.
});

test("the README shows that very test", async () => {
  const root = process.cwd();
  const source = await readFile(join(root, "test/msw/readme.test.tsx"), "utf8");
  const shown = source.split(/^ {2}\/\/ From here.*\n/m)[1]?.split(/^ {2}\/\/ Up to here/m)[0] ?? "nothing";
  const readme = await readFile(join(root, "packages/msw/README.md"), "utf8");
  expect(readme).toContain(shown.replace(/^ {2}/gm, ""));
});
