import { basicAuth, createAgoraClient } from "@agora-edge/core";
import { expect, test } from "vitest";
import { placeOfCore } from "../runtimes/built-core.ts";
import { expected, smoke } from "../runtimes/smoke.ts";

const appId = "5a1ec0de5a1ec0de5a1ec0de5a1ec0de";

test("Chromium, through the app's own proxy and without the secret", { timeout: 40_000 }, async () => {
  expect(navigator.userAgent).toContain("Chrome");
  expect(placeOfCore()).toContain("/core/dist/");
  expect(await smoke({ baseUrl: "/api/agora", appId, cname: "from-chromium" })).toMatchObject(expected);
});

test("a Customer Secret in a page is refused", () => {
  const auth = basicAuth("smoke-customer-id", "smoke-customer-secret");
  expect(() => createAgoraClient({ appId, auth })).toThrow("would show the Customer Secret to every visitor");
});
