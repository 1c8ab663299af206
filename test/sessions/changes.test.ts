import type { AgoraOperation, SessionSnapshot } from "@agora-edge/core";
import type { FakeAgora } from "@agora-edge/msw/fake";
import { describe, expect, test } from "vitest";
import { count, createSttTask, createWorld, settle } from "./setup.ts";

const told = (work: Promise<unknown>) => work.then(() => "done").catch((error: unknown) => error);

function worldWithSomebody() {
  const world = createWorld();
  world.fake.channel("room-1").join("1001");
  return world;
}

/** A session, and two changes that are made to what it runs, one right after the other. */
interface Changed {
  readonly fake: FakeAgora;
  readonly session: {
    readonly start: () => Promise<unknown>;
    readonly stop: () => Promise<unknown>;
    readonly getSnapshot: () => SessionSnapshot;
  };
  readonly first: () => Promise<void>;
  readonly second: () => Promise<void>;
  /** By which they are sent. */
  readonly operations: readonly [AgoraOperation, ...AgoraOperation[]];
}

function sessionOf(kind: "recording" | "v7" | "v6"): Changed {
  const { fake, agora, newSession, storage } = worldWithSomebody();
  if (kind === "recording") {
    const session = newSession();
    const first = () => session.updateLayout({ mixedVideoLayout: 1 });
    const second = () => session.update({ streamSubscribe: { audioUidList: { subscribeAudioUids: ["1001"] } } });
    return { fake, session, first, second, operations: ["recording.updateLayout", "recording.update"] };
  }
  if (kind === "v7") {
    const rtcConfig = { channelName: "room-1", pubBotUid: "47091" };
    const session = createSttTask(agora, {
      version: "v7",
      request: { name: "room-1", languages: ["en-US"], rtcConfig },
      storage,
    });
    const change = (languages: string[]) => () => session.update({ languages });
    return { fake, session, first: change(["de-DE"]), second: change(["fr-FR"]), operations: ["sttAgents.update"] };
  }
  const rtcConfig = { channelName: "room-1", pubBotUid: "47091", subBotUid: "47092" };
  const session = createSttTask(agora, { version: "v6", request: { languages: ["en-US"], rtcConfig }, storage });
  const change = (uid: string) => () => session.update({ rtcConfig: { subscribeAudioUids: [uid] } });
  return { fake, session, first: change("1001"), second: change("1002"), operations: ["sttTasks.update"] };
}

describe.each(["recording", "v7", "v6"] as const)("a change that waits for an answer: %s", (kind) => {
  test("ends with the run that it was made for, and the next run gets none of it", async () => {
    const { fake, session, first, second, operations } = sessionOf(kind);
    await settle(fake, session.start(), 20_000);
    fake.fail(operations[0], { delay: 14_000, network: true });
    const changes = [told(first()), told(second())];
    await fake.advanceAsync(100);
    await settle(fake, session.stop(), 6000);
    await settle(fake, session.start(), 6000);
    expect(session.getSnapshot()).toMatchObject({ isActive: true, error: null });
    const shown = session.getSnapshot();
    await fake.advanceAsync(30_000);
    expect(await Promise.all(changes)).toMatchObject([{ kind: expect.any(String) }, { kind: "invalid-state" }]);
    const sent = operations.reduce((sum, operation) => sum + count(fake, operation), 0);
    // The first one, and its repeat to find out what became of it.
    expect(sent).toBeLessThanOrEqual(2);
    expect(session.getSnapshot()).toMatchObject({ handle: shown.handle, error: null });
    for (const change of [first, second]) expect(await settle(fake, change(), 6000)).toBeUndefined();
  });
});

test("a layout for the next recording is not sent with one that waits for an answer of the last", async () => {
  const { fake, newSession } = worldWithSomebody();
  const session = newSession();
  await settle(fake, session.start(), 20_000);
  fake.fail("recording.updateLayout", { delay: 14_000, network: true });
  const sent = told(session.updateLayout({ mixedVideoLayout: 1 }));
  await fake.advanceAsync(100);
  const waits = told(session.updateLayout({ mixedVideoLayout: 2 }));
  await settle(fake, session.stop(), 3000);
  await settle(fake, session.start(), 1000);
  expect(await settle(fake, session.updateLayout({ mixedVideoLayout: 0 }), 1000)).toBeUndefined();
  await fake.advanceAsync(30_000);
  expect(await Promise.all([sent, waits])).toMatchObject([{ kind: "task-not-found" }, { kind: "invalid-state" }]);
  const sid = session.getSnapshot().handle?.sid;
  const layouts = fake.requests.filter(
    ({ operation, path }) => operation === "recording.updateLayout" && path.includes(`/sid/${sid}/`),
  );
  expect(layouts.map(({ body }) => body)).toMatchObject([{ clientRequest: { mixedVideoLayout: 0 } }]);
});
