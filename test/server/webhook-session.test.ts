import { applyNotification, createNotificationHandler } from "@agora-edge/core/server";
import { describe, expect, test } from "vitest";
import { createWorld, settle } from "../sessions/setup.ts";

const secret = "notification-secret";

describe("S07 what a signed notification says after the stop", () => {
  test.each(["once", "twice, in any order"])("completes files and upload (%s)", async (how) => {
    const { fake, newSession } = createWorld();
    fake.channel("room-1").join("1001");
    fake.uploadTime(60_000);
    const session = newSession({ stop: { async_stop: true } });
    const handler = createNotificationHandler({
      secret,
      // Every copy gets through to the session, which has to know it.
      dedupe: false,
      // By the time of the fake, which is another than ours.
      clock: fake.clock,
      onEvent: (event) => applyNotification(session, event),
    });
    const twice = how !== "once";
    const sender = fake.sendNotificationsTo((request) => handler(request), {
      secret,
      ...(twice ? { copies: 2, reorder: true } : {}),
    });
    await settle(fake, session.start(), 60_000);
    expect(await settle(fake, session.stop(), 1000)).toMatchObject({ status: "stopped", ending: "requested" });
    expect(session.getSnapshot().upload).not.toBe("uploaded");

    let changes = 0;
    session.subscribe(() => void changes++);
    // Signatures take real time, and who sends waits ten seconds of the fake's.
    for (let minute = 0; minute < 4; minute++) {
      await fake.advanceAsync(30_000);
      await sender.settled();
    }
    await fake.advanceAsync(0);
    const { status, upload, files } = session.getSnapshot();
    expect({ status, upload }).toEqual({ status: "stopped", upload: "uploaded" });
    expect(files.map((file) => file.fileName)).toEqual([expect.stringContaining(".m3u8")]);
    expect(changes).toBe(1);
    expect(sender.deliveries.some((delivery) => delivery.status === 200)).toBe(true);
  });
});
