import { describe, expect, test } from "vitest";
import { createWorld, liveRecordings, settle } from "./setup.ts";

async function running() {
  const world = createWorld();
  world.fake.channel("room-1").join("1001");
  const session = world.newSession();
  void session.start();
  await world.fake.advanceAsync(6000);
  expect(session.getSnapshot().status).toBe("recording");
  return { ...world, session };
}

describe("the error of a command that failed", () => {
  test("ends with the next update that works, and not with checks", async () => {
    const { fake, session } = await running();
    const fault = fake.fail("recording.updateLayout", { kind: "invalid-parameter" });
    await settle(fake, session.updateLayout({ mixedVideoLayout: 1 }));
    const { error } = session.getSnapshot();
    expect(error).toMatchObject({ kind: "invalid-parameter" });
    await settle(fake, session.query());
    await fake.advanceAsync(600_000);
    expect(session.getSnapshot().error).toBe(error);
    fault.cancel();
    await settle(fake, session.updateLayout({ mixedVideoLayout: 1 }));
    expect(session.getSnapshot()).toMatchObject({ status: "recording", error: null });
  });

  test("of a stop is not ended by an update, and ends with the stop", async () => {
    const { fake, session } = await running();
    const fault = fake.fail("recording.stop", { kind: "proxy-forbidden", times: 10 });
    await settle(fake, session.stop());
    expect(session.getSnapshot()).toMatchObject({ status: "recording", error: { kind: "proxy-forbidden" } });
    await settle(fake, session.updateLayout({ mixedVideoLayout: 1 }));
    await settle(fake, session.query());
    expect(session.getSnapshot().error).toMatchObject({ kind: "proxy-forbidden" });
    fault.cancel();
    await settle(fake, session.stop());
    expect(session.getSnapshot()).toMatchObject({ status: "stopped", error: null });
  });

  test("of a query ends with the next query that works", async () => {
    const { fake, session } = await running();
    const fault = fake.fail("recording.query", { kind: "proxy-unauthenticated", times: 10 });
    await settle(fake, session.query());
    expect(session.getSnapshot().error).toMatchObject({ kind: "proxy-unauthenticated" });
    fault.cancel();
    await settle(fake, session.query());
    expect(session.getSnapshot()).toMatchObject({ status: "recording", error: null });
  });

  test("ends with clearError(), and what runs goes on", async () => {
    const { fake, session } = await running();
    fake.fail("recording.updateLayout", { kind: "invalid-parameter" });
    await settle(fake, session.updateLayout({ mixedVideoLayout: 1 }));
    session.clearError();
    expect(session.getSnapshot()).toMatchObject({ status: "recording", error: null });
    expect(liveRecordings(fake)).toBe(1);
  });

  test("where all has failed, clearError() goes back to idle", async () => {
    const { fake, newSession } = createWorld();
    const session = newSession();
    fake.fail("recording.acquire", { kind: "invalid-credentials" });
    await settle(fake, session.start());
    expect(session.getSnapshot().status).toBe("failed");
    session.clearError();
    expect(session.getSnapshot()).toMatchObject({ status: "idle", error: null });
  });
});

describe("isActive", () => {
  test("is true while a start is in doubt, and false when that is settled", async () => {
    const { fake, newSession } = createWorld();
    const session = newSession();
    fake.channel("room-1").join("1001");
    const fault = fake.fail("recording.start", { network: true, times: 10 });
    await settle(fake, session.start(), 90_000);
    expect(session.getSnapshot()).toMatchObject({ status: "failed", unsettled: { cname: "room-1" }, isActive: true });
    session.clearError();
    expect(session.getSnapshot()).toMatchObject({ status: "idle", isActive: true });
    fault.cancel();
    await settle(fake, session.stop(), 60_000);
    expect(session.getSnapshot()).toMatchObject({ status: "stopped", unsettled: null, isActive: false });
    expect(liveRecordings(fake)).toBe(0);
  });
});
