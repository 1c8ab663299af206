import { expect, test } from "vitest";
import { createFakeAgora } from "../fake.ts";
import { banner } from "./banner.ts";

const facts = { url: "http://127.0.0.1:4010", speed: 10, seed: "ab 12", notify: undefined, ownSecret: false };

test("is ready to paste", () => {
  const fake = createFakeAgora({ appId: "it's mine" });
  const text = banner(fake, facts);
  expect(text).toContain("  export AGORA_BASE_URL=http://127.0.0.1:4010\n");
  expect(text).toContain("  export AGORA_APP_ID='it'\\''s mine'\n");
  expect(text).toContain("  export AGORA_CUSTOMER_SECRET=fake-customer-secret\n");
  expect(text).toContain("--seed 'ab 12'");
  expect(text).not.toContain("Notifications");
  expect(banner(fake, { ...facts, notify: "http://x" })).toContain("Notifications go to http://x");
});

test("a secret from outside is not shown", () => {
  const fake = createFakeAgora({ customerSecret: "hidden" });
  expect(banner(fake, { ...facts, ownSecret: true })).not.toContain("hidden");
});
