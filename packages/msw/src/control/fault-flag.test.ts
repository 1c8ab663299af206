import { expect, test } from "vitest";
import { createFakeAgora, scenarios } from "../fake.ts";
import { acquire, clientOf, kindOf, startMix } from "../testing/client.ts";
import { readFaultFlag, simpleScenarios } from "./fault-flag.ts";

function withFault(flag: string) {
  const fake = createFakeAgora({ rateLimit: false });
  fake.use(readFaultFlag(flag));
  return { fake, client: clientOf(fake) };
}

test.each([
  ["recording.acquire=kind:app-not-active", "app-not-active"],
  ["recording.acquire=code:405", "app-not-active"],
  ["*=network", "network-error"],
  ["*=status:502,times:2", "non-json-response"],
  ["recording.acquire=status:400,message:appid is invalid", "invalid-app-id"],
  ["quotaExceeded", "rate-limited"],
  ["notEnabled", "invalid-app-id"],
])("%s makes acquire fail as %s", async (flag, kind) => {
  expect(await kindOf(acquire(withFault(flag).client))).toBe(kind);
});

test("what took effect, and how often", async () => {
  const { fake, client } = withFault("recording.start=code:65,tookEffect,times:2");
  expect(await kindOf(startMix(client))).toBe("request-not-completed");
  expect(fake.recordings).toHaveLength(1);
  expect(await kindOf(startMix(client, {}, { cname: "b", uid: "1" }))).toBe("request-not-completed");
  expect(await kindOf(startMix(client, {}, { cname: "c", uid: "1" }))).toBe("none");
});

test.each([
  ["stop=code:65", "there is no operation stop"],
  ["recording.stop=colour:red", "A fault has no colour"],
  ["recording.stop=code:many", "code needs a number, not many"],
  ["recording.stop=kind:aborted", `No service fails as "aborted"`],
  ["sunshine", "neither a fault nor a scenario: sunshine. Scenarios: expiredResource, "],
  ["hostDown", "neither a fault nor a scenario"],
])("%s is refused", (flag, why) => {
  expect(() => readFaultFlag(flag)).toThrow(why);
});

test("every scenario that needs nothing has its name", () => {
  expect(Object.keys(scenarios).filter((name) => !simpleScenarios.includes(name))).toEqual([
    "brokenPage",
    "pageNeverReady",
    "cdnDown",
    "hostDown",
  ]);
});
