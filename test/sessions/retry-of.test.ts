import { retryOf } from "@agora-edge/core";
import { expect, test } from "vitest";
import { count, createWorld, settle } from "./setup.ts";

const of = (session: ReturnType<ReturnType<typeof createWorld>["newSession"]>) =>
  retryOf({ ...session, ...session.getSnapshot() });

test("a failed start and a failed stop can be tried again, what has to be mended first cannot", async () => {
  const { fake, newSession } = createWorld();
  fake.channel("room-1").join("1001");
  const session = newSession();
  expect(of(session)).toBeUndefined();
  fake.fail("recording.acquire", { kind: "invalid-credentials" });
  await settle(fake, session.start());
  expect(of(session)).toBeUndefined();
  const busy = fake.fail("recording.acquire", { status: 503, times: 20 });
  await settle(fake, session.start(), 120_000);
  busy.cancel();
  await settle(fake, of(session)?.() ?? Promise.reject(new Error("no retry")), 6000);
  expect(session.getSnapshot().status).toBe("recording");
  const fault = fake.fail("recording.stop", { status: 503, times: 20 });
  await settle(fake, session.stop(), 120_000);
  fault.cancel();
  const before = count(fake, "recording.stop");
  await settle(fake, of(session)?.() ?? Promise.reject(new Error("no retry")), 6000);
  expect([session.getSnapshot().status, count(fake, "recording.stop") - before]).toEqual(["stopped", 1]);
});
