import { explainError, type SessionNotification } from "@agora-edge/core";
import { act, cleanup } from "@testing-library/react";
import { afterEach, describe, expect, test } from "vitest";
import { live, mount } from "./testing/mount.tsx";
import { clientRequest, expectCalm, openPage, openStorage, settle, type Page } from "./testing/page.tsx";
import { createView } from "./testing/view.ts";

afterEach(cleanup);

const uids = ({ fake }: Page, operation: string) =>
  fake.requests.filter((request) => request.operation === operation).map((request) => request.uid);

describe("starts in a component", () => {
  test("S04 a start six minutes after acquire makes exactly one new lease", async () => {
    const page = openPage();
    const { result, statuses } = mount(page);
    act(() => void result.current.acquire());
    await page.advance(360_000);
    expect(statuses).toEqual(["idle", "acquiring", "acquired", "expired"]);
    act(() => void result.current.start());
    await page.advance(6000);
    expect(result.current.status).toBe("recording");
    expect(uids(page, "recording.acquire")).toEqual(["900001", "900001"]);
    expect([page.sent("recording.start"), live(page)]).toEqual([1, 1]);
  });

  test("S04 a lease whose end only the service knows is renewed once, with the same uid", async () => {
    const page = openPage();
    const { result } = mount(page);
    page.fake.fail("recording.start", { code: 433 });
    act(() => void result.current.start());
    await page.advance(10_000);
    expect(result.current.status).toBe("recording");
    expect(uids(page, "recording.acquire")).toEqual(["900001", "900001"]);
    expect([page.sent("recording.start"), live(page)]).toEqual([2, 1]);
  });

  test("S06 a uid that cannot work is refused before any request, with its path", async () => {
    const page = openPage();
    const { problems } = expectCalm();
    for (const uid of ["0", "1754556256324", "5c3b3e64-5c3b-4e64-9c3b-5c3b3e645c3b"]) {
      const { result, unmount } = mount(page, { uid });
      act(() => void result.current.start());
      await page.advance(1000);
      expect(result.current).toMatchObject({
        status: "failed",
        error: { kind: "invalid-request", issues: [expect.objectContaining({ path: "uid" })] },
      });
      unmount();
    }
    await settle();
    expect([page.fake.requests.length, problems]).toEqual([0, []]);
  });

  test("S11 a start that times out and took effect is settled with the same resource, where the service names the first", async () => {
    const page = openPage({ repeatedStartNamesSid: true });
    const { result } = mount(page);
    page.fake.fail("recording.start", { hang: true, tookEffect: true });
    act(() => void result.current.start());
    await page.advance(60_000);
    expect(result.current).toMatchObject({ status: "recording", handle: { sid: page.fake.recordings[0]?.sid } });
    expect([page.fake.recordings.length, page.sent("recording.acquire"), page.sent("recording.start")]).toEqual([
      1, 1, 2,
    ]);
  });

  test("S11 where it does not, the start stays unsettled until a notification brings the sid", async () => {
    const page = openPage();
    const { result } = mount(page);
    const notifications: SessionNotification[] = [];
    page.fake.onNotification((notification) => notifications.push(notification));
    page.fake.fail("recording.start", { hang: true, tookEffect: true });
    act(() => void result.current.start());
    await page.advance(60_000);
    expect(result.current).toMatchObject({
      handle: null,
      error: { kind: "already-started" },
      unsettled: { uid: "900001" },
    });
    act(() => {
      for (const notification of notifications) result.current.receive(notification);
    });
    await page.advance(20_000);
    expect(result.current).toMatchObject({
      status: "recording",
      unsettled: null,
      handle: { sid: page.fake.recordings[0]?.sid },
    });
    expect([page.fake.recordings.length, page.sent("recording.acquire")]).toEqual([1, 1]);
  });

  test("S12 the page dies while a start is in flight: the next one finds the intent, and repeats it only when asked", async () => {
    const page = openPage();
    const storage = openStorage();
    const { result } = mount(page, { storage });
    page.fake.fail("recording.start", { hang: true });
    act(() => void result.current.start());
    await page.advance(1000);
    const left = openStorage(new Map(storage.values));
    expect([...left.values.values()].join()).toContain("requestedAt");
    const next = mount(page, { storage: left, client: page.otherClient() });
    const sent = page.fake.requests.length;
    await page.advance(1000);
    expect(next.result.current).toMatchObject({
      status: "idle",
      handle: null,
      unsettled: { cname: "room-1", uid: "900001" },
    });
    expect(page.fake.requests.length).toBe(sent);
    const { resourceId } = next.result.current.unsettled ?? {};
    act(() => void next.result.current.start());
    await page.advance(6000);
    expect(next.result.current).toMatchObject({ status: "recording", handle: { resourceId, uid: "900001" } });
    expect(live(page)).toBe(1);
  });

  test("S12 the page dies after the start was accepted: the next one finds the handle", async () => {
    const page = openPage();
    const storage = openStorage();
    const { result } = mount(page, { storage });
    act(() => void result.current.start());
    await page.advance();
    const next = mount(page, { storage: openStorage(new Map(storage.values)), client: page.otherClient() });
    await page.advance(20_000);
    expect(next.result.current).toMatchObject({ status: "recording", handle: result.current.handle });
    expect(page.sent("recording.start")).toBe(1);
  });

  test("S13 wrong storage keys end in an explanation, not in `recording` for ever", async () => {
    const page = openPage();
    const { result, statuses } = mount(page);
    page.fake.reject({ accessKey: clientRequest.storageConfig.accessKey });
    act(() => void result.current.start());
    await page.advance(150_000);
    expect(statuses).not.toContain("recording");
    expect(result.current.status).toBe("failed");
    const { causes, explanation } = explainError(result.current.error!);
    expect(`${explanation} ${causes.join(" ")}`).toMatch(/storage/i);
  });

  test("S14 a laptop that slept shows `expired` at once, and a start makes a new lease", async () => {
    const page = openPage();
    const view = createView();
    const { result } = mount(page, { wake: view });
    act(() => void result.current.acquire());
    await page.advance();
    expect(result.current.status).toBe("acquired");
    page.sleep(20 * 60_000);
    view.show(true);
    expect(result.current.status).toBe("expired");
    act(() => void result.current.start());
    await page.advance();
    expect(page.sent("recording.acquire")).toBe(2);
  });

  test("S16 a gateway's page of HTML is an error with its status, not a crash", async () => {
    const page = openPage();
    const { problems } = expectCalm();
    const { result } = mount(page);
    page.fake.fail("recording.acquire", { status: 502, body: "<html><h1>Bad gateway</h1></html>", times: 20 });
    act(() => void result.current.start());
    await page.advance(120_000);
    expect(result.current).toMatchObject({ status: "failed", error: { status: 502 } });
    expect(result.current.error?.message).toContain("Bad gateway");
    expect(problems).toEqual([]);
  });
});
