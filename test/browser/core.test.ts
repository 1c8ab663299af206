import { AgoraValidationError, basicAuth, createAgoraClient } from "@agora-edge/core";
import { expect, test } from "vitest";
import { expected, smoke } from "../runtimes/smoke.ts";

const appId = "5a1ec0de5a1ec0de5a1ec0de5a1ec0de";

test("Chromium, through the app's own proxy and without the secret", { timeout: 40_000 }, async () => {
  expect(navigator.userAgent).toContain("Chrome");
  expect(await smoke({ baseUrl: "/api/agora", appId, cname: "from-chromium" })).toMatchObject(expected);
});

test("a Customer Secret in a page is refused, by the built core", () => {
  try {
    createAgoraClient({ appId, auth: basicAuth("smoke-customer-id", "smoke-customer-secret") });
    expect.unreachable();
  } catch (error) {
    expect(error).toBeInstanceOf(AgoraValidationError);
    expect(error).toMatchObject({ kind: "invalid-config", stack: expect.stringContaining("core/dist/") });
    expect(String(error)).toContain("call your own proxy");
  }
});
