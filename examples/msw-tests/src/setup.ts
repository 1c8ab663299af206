import "@agora-edge/msw/vitest";
import { agoraHandlers, createFakeAgora } from "@agora-edge/msw";
import { cleanup } from "@testing-library/react";
import { preloadRecordingSession } from "@agora-edge/core/page";
import { setupServer } from "msw/node";
import { afterAll, afterEach, beforeAll } from "vitest";

/** The page knows the App ID and the address of the app's own proxy, no secret. */
export const baseUrl = "/api/agora";
export const fake = createFakeAgora({ strict: true });

const server = setupServer(...agoraHandlers(fake, { baseUrl }));

// Pages load the code of a session when it is needed, in real time: here it is there before the first test.
beforeAll(() => preloadRecordingSession());
beforeAll(() => server.listen({ onUnhandledFrame: "error" }));
afterEach(() => {
  cleanup();
  server.resetHandlers();
  fake.reset();
});
afterAll(() => server.close());
