import { explainError } from "@agora-edge/core";
import { act, cleanup } from "@testing-library/react";
import { afterEach, describe, expect, test } from "vitest";
import { live, mount, mountRunning } from "./testing/mount.tsx";
import { expectCalm, openPage, openStorage, settle } from "./testing/page.tsx";
import { createView } from "./testing/view.ts";

afterEach(cleanup);

describe("recordings in a component", () => {
  test("S01 a stop that comes after the service left shows what happened, and is repeated quietly", async () => {
    const page = openPage();
    const { problems } = expectCalm();
    page.fake.channel("room-1").leave("1001");
    const { result } = mount(page);
    act(() => void result.current.start());
    await page.advance(40_000);
    const stopped = result.current.stop();
    await page.advance(1000);
    expect(await stopped).toMatchObject({ status: "stopped", ending: "already-ended", error: null });
    expect(result.current).toMatchObject({ status: "stopped", ending: "already-ended", error: null });
    expect(result.current.handle?.sid).toBe(page.fake.recordings[0]?.sid);
    expect(page.sent("recording.stop")).toBe(1);
    await page.advance(100_000);
    expect(page.sent("recording.stop")).toBe(4);
    expect(result.current).toMatchObject({ status: "stopped", ending: "already-ended" });
    expect(problems).toEqual([]);
  });

  test("S01 the quiet stops go on when the component is gone, and the session with the last", async () => {
    const page = openPage();
    const { result, unmount } = await mountRunning(page);
    page.fake.failover(result.current.handle?.sid ?? "", { seconds: 45 });
    act(() => void result.current.stop());
    await page.advance(1000);
    expect(result.current.ending).toBe("already-ended");
    unmount();
    await settle();
    await page.advance(100_000);
    await settle();
    await page.advance(300_000);
    expect([live(page), page.timers.size]).toEqual([0, 0]);
    expect(mount(page).result.current.status).toBe("idle");
  });

  test("S01 a stop that met a failover becomes the requested one, with its files", async () => {
    const page = openPage();
    const { result } = await mountRunning(page);
    page.fake.failover(result.current.handle?.sid ?? "", { seconds: 45 });
    act(() => void result.current.stop());
    await page.advance(1000);
    expect(result.current).toMatchObject({ status: "stopped", ending: "already-ended" });
    await page.advance(65_000);
    expect(result.current).toMatchObject({ status: "stopped", ending: "requested" });
    expect(result.current.files.length).toBeGreaterThan(0);
    expect(live(page)).toBe(0);
  });

  test("S02 a failover shows `recovering`, never a lost handle or a second start", async () => {
    const page = openPage();
    const { result, statuses } = await mountRunning(page, { monitor: { interval: 20_000 } });
    const { handle } = result.current;
    page.fake.failover(handle?.sid ?? "", { seconds: 60 });
    for (let time = 0; time < 120; time++) {
      await page.advance(1000);
      expect(result.current.handle).toEqual(handle);
    }
    expect(statuses).toEqual(["recovering", "recording"]);
    expect([page.sent("recording.start"), live(page)]).toEqual([1, 1]);
  });

  test("S03 the tab closes while it records; the next page resumes and can stop", async () => {
    const page = openPage();
    const storage = openStorage();
    const { result, unmount } = await mountRunning(page, { storage });
    const { handle } = result.current;
    unmount();
    await settle();
    expect(page.timers.size).toBe(0);
    const next = mount(page, { storage, client: page.otherClient() });
    await page.advance(1000);
    expect(next.result.current).toMatchObject({ status: "recording", handle });
    act(() => void next.result.current.stop());
    await page.advance(1000);
    expect(next.result.current).toMatchObject({ status: "stopped", ending: "requested" });
    expect([storage.values.size, page.sent("recording.start")]).toEqual([0, 1]);
  });

  test("S07 nothing was recorded; a webhook completes it, its copy is ignored", async () => {
    const page = openPage();
    const { result } = await mountRunning(page);
    const { handle } = result.current;
    page.fake.fail("recording.stop", { code: 435 });
    act(() => void result.current.stop());
    await page.advance(1000);
    expect(result.current).toMatchObject({ status: "stopped", ending: "nothing-recorded", error: null });
    const notification = {
      noticeId: "1",
      productId: 3,
      eventType: 31,
      payload: {
        cname: "room-1",
        uid: "900001",
        sid: handle?.sid,
        sequence: 9,
        sendts: page.fake.now(),
        details: { msgName: "uploaded", fileList: [{ fileName: "a.m3u8", trackType: "audio_and_video" }] },
      },
    };
    act(() => result.current.receive(notification));
    expect(result.current).toMatchObject({ upload: "uploaded", files: [{ fileName: "a.m3u8" }] });
    const before = result.current;
    act(() => result.current.receive({ ...notification, noticeId: "2" }));
    expect(result.current).toBe(before);
  });

  test("S08 a stop that fails leaves a recording that can be stopped later", async () => {
    const page = openPage();
    const { problems } = expectCalm();
    const { result } = await mountRunning(page);
    page.fake.fail("recording.stop", { status: 500, times: 4 });
    let failure: unknown;
    act(() => void result.current.stop().catch((error: unknown) => (failure = error)));
    while (result.current.status === "stopping") await page.advance(1000);
    // The client repeats it before it gives up.
    expect(page.sent("recording.stop")).toBe(4);
    expect(result.current).toMatchObject({ status: "recording", handle: { cname: "room-1" } });
    expect(result.current.error).toBe(failure);
    expect(explainError(result.current.error!).action).not.toBe("");
    act(() => void result.current.stop());
    await page.advance(1000);
    expect(result.current).toMatchObject({ status: "stopped", error: null });
    expect([live(page), problems]).toEqual([0, []]);
  });

  test("S18 a hidden page asks nothing, and once when it is shown again", async () => {
    const page = openPage();
    const view = createView();
    const { result } = await mountRunning(page, { wake: view });
    view.show(false);
    const before = page.sent("recording.query");
    await page.advance(3_600_000);
    expect(page.sent("recording.query")).toBe(before);
    view.show(true);
    await page.advance();
    expect([page.sent("recording.query"), result.current.status]).toEqual([before + 1, "recording"]);
  });

  test("S19 an upload that takes longer than the stop waits is `pending`, and completed by the webhook", async () => {
    const page = openPage();
    const { result } = await mountRunning(page);
    page.fake.onNotification((notification) => {
      if (notification.productId === 3) act(() => result.current.receive(notification));
    });
    page.fake.uploadTime(120_000);
    act(() => void result.current.stop());
    await page.advance(60_000);
    expect(result.current).toMatchObject({ status: "stopped", upload: "pending", error: null });
    await page.advance(120_000);
    expect(result.current).toMatchObject({ status: "stopped", upload: "uploaded" });
    expect(result.current.files.length).toBeGreaterThan(0);
  });
});
