import { sessionsOf } from "@agora-edge/core";
import { act, cleanup } from "@testing-library/react";
import { afterEach, describe, expect, test } from "vitest";
import { live, mount, mountRunning } from "./testing/mount.tsx";
import { expectCalm, openPage, openStorage, settle } from "./testing/page.tsx";

afterEach(cleanup);

const fiveMinutes = 300_000;

describe("unmounting", () => {
  test("does not stop a recording; a remount finds it, and stop works", async () => {
    const page = openPage();
    const first = await mountRunning(page);
    const { handle } = first.result.current;
    first.unmount();
    await settle();
    await page.advance(20_000);
    expect(live(page)).toBe(1);
    const { result } = mount(page);
    expect(result.current).toMatchObject({ status: "recording", handle });
    act(() => void result.current.stop());
    await page.advance(1000);
    expect(result.current).toMatchObject({ status: "stopped", ending: "requested" });
    expect(live(page)).toBe(0);
  });

  test("rests the monitor, and the next mount looks at once", async () => {
    const page = openPage();
    const first = await mountRunning(page);
    first.unmount();
    await settle();
    const before = page.sent("recording.query");
    await page.advance(3_600_000);
    expect([page.sent("recording.query"), page.timers.size]).toEqual([before, 0]);
    mount(page);
    await page.advance();
    expect(page.sent("recording.query")).toBe(before + 1);
  });

  test("lets a start in flight go on to its end: its outcome is stored", async () => {
    const page = openPage();
    const storage = openStorage();
    const { problems } = expectCalm();
    const first = mount(page, { storage });
    page.fake.fail("recording.start", { delay: 5000 });
    act(() => void first.result.current.start());
    await page.advance();
    first.unmount();
    await settle();
    await page.advance(5000);
    expect([...storage.values.values()].join()).toContain(page.fake.recordings[0]?.sid);
    await page.advance(10_000);
    const { result } = mount(page, { storage });
    expect(result.current).toMatchObject({ status: "recording", handle: { sid: page.fake.recordings[0]?.sid } });
    expect(problems).toEqual([]);
  });

  test("lets a stop in flight go on to its end, and forgets the session then", async () => {
    const page = openPage();
    const first = await mountRunning(page);
    page.fake.fail("recording.stop", { delay: 5000 });
    act(() => void first.result.current.stop());
    await page.advance();
    first.unmount();
    await settle();
    await page.advance(6000);
    await settle();
    expect(live(page)).toBe(0);
    await page.advance(fiveMinutes);
    expect([page.timers.size, sessionsOf(page.agora).list()]).toEqual([0, []]);
  });

  test("keeps the outcome for five minutes: who comes back sees the files", async () => {
    const page = openPage();
    const first = await mountRunning(page);
    await page.advance(60_000);
    act(() => void first.result.current.stop());
    first.unmount();
    await settle();
    await page.advance(fiveMinutes - 10_000);
    const second = mount(page);
    expect(second.result.current).toMatchObject({ status: "stopped", files: [{}] });
    second.unmount();
    await settle();
    await page.advance(fiveMinutes);
    expect(mount(page).result.current).toMatchObject({ status: "idle", files: [] });
  });

  test("keeps a failure that came while nobody was there", async () => {
    const page = openPage();
    const first = mount(page);
    page.fake.fail("recording.start", { kind: "invalid-credentials", delay: 5000 });
    act(() => void first.result.current.start());
    await page.advance();
    first.unmount();
    await settle();
    await page.advance(60_000);
    expect(mount(page).result.current).toMatchObject({ status: "failed", error: { kind: "invalid-credentials" } });
  });

  test("keeps the outcome for as long as `gcTime` says", async () => {
    const page = openPage();
    const gone = await mountRunning(page, { gcTime: 0 });
    act(() => void gone.result.current.stop());
    await page.advance(1000);
    gone.unmount();
    await settle();
    expect([mount(page).result.current.status, page.timers.size]).toEqual(["idle", 0]);
    const kept = await mountRunning(page, { cname: "room-2", gcTime: Infinity });
    act(() => void kept.result.current.stop());
    await page.advance(1000);
    kept.unmount();
    await settle();
    await page.advance(24 * 3_600_000);
    expect([mount(page, { cname: "room-2" }).result.current.status, page.timers.size]).toEqual(["stopped", 0]);
  });

  test("forgets what is idle at once, what ended or failed after five minutes, and leaves no timer", async () => {
    const page = openPage();
    const idle = mount(page);
    idle.unmount();
    await settle();
    const ended = await mountRunning(page);
    act(() => void ended.result.current.stop());
    await page.advance(1000);
    expect(ended.result.current.status).toBe("stopped");
    ended.unmount();
    await settle();
    await page.advance(fiveMinutes);
    expect(page.timers.size).toBe(0);
    const failed = mount(page);
    expect(failed.result.current.status).toBe("idle");
    page.fake.fail("recording.acquire", { kind: "invalid-credentials" });
    act(() => void failed.result.current.start());
    await page.advance(1000);
    expect(failed.result.current.status).toBe("failed");
    failed.unmount();
    await settle();
    await page.advance(fiveMinutes);
    expect(mount(page).result.current.status).toBe("idle");
    expect(page.timers.size).toBe(0);
  });

  test("keeps an unused lease until it runs out", async () => {
    const page = openPage();
    const first = mount(page);
    act(() => void first.result.current.acquire());
    await page.advance();
    first.unmount();
    await settle();
    await page.advance(60_000);
    const second = mount(page);
    expect(second.result.current.status).toBe("acquired");
    second.unmount();
    await settle();
    await page.advance(300_000);
    await settle();
    expect(page.timers.size).toBe(0);
    expect(mount(page).result.current.status).toBe("idle");
    expect(page.sent("recording.acquire")).toBe(1);
  });

  test("renews no lease that nobody looks at", async () => {
    const page = openPage();
    const first = mount(page, { renew: "background" });
    act(() => void first.result.current.acquire());
    await page.advance();
    first.unmount();
    await settle();
    await page.advance(1_800_000);
    expect([page.sent("recording.acquire"), page.timers.size]).toEqual([1, 0]);
    // Whatever is opened next clears up behind it.
    mount(page, { cname: "room-2" });
    await settle();
    expect(mount(page).result.current.status).toBe("idle");
  });

  test("does not forget a start in doubt, even without storage: the next one repeats it", async () => {
    const page = openPage();
    const first = mount(page);
    page.fake.fail("recording.start", { network: true, tookEffect: true, times: 10 });
    act(() => void first.result.current.start());
    await page.advance(90_000);
    const { unsettled } = first.result.current;
    expect(unsettled).toMatchObject({ cname: "room-1" });
    first.unmount();
    await settle();
    const { result } = mount(page);
    expect(result.current.unsettled).toEqual(unsettled);
    act(() => void result.current.start());
    await page.advance(30_000);
    expect([page.fake.recordings.length, page.sent("recording.acquire")]).toEqual([1, 1]);
  });

  test("commands still work, on the session that the component had", async () => {
    const page = openPage();
    const first = await mountRunning(page);
    const { stop, start } = first.result.current;
    first.unmount();
    await settle();
    const stopped = stop();
    await page.advance(1000);
    expect((await stopped).status).toBe("stopped");
    await settle();
    const started = start();
    await page.advance(6000);
    expect((await started).cname).toBe("room-1");
    expect(live(page)).toBe(1);
    expect(mount(page).result.current.status).toBe("recording");
  });

  test("a command that waits for a slow storage is carried out, though nobody is left", async () => {
    const page = openPage();
    const storage = openStorage(new Map(), { later: true });
    const first = mount(page, { storage });
    expect(first.result.current.isRestoring).toBe(true);
    const started = first.result.current.start();
    first.unmount();
    await settle();
    await page.advance(6000);
    expect((await started).cname).toBe("room-1");
    expect(live(page)).toBe(1);
  });
});
