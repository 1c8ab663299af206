import { act, cleanup } from "@testing-library/react";
import { afterEach, describe, expect, test, vi } from "vitest";
import { localStorageAdapter } from "./index.ts";
import { live, mount, mountRunning } from "./testing/mount.tsx";
import { openPage, settle } from "./testing/page.tsx";

afterEach(() => {
  cleanup();
  localStorage.clear();
  vi.unstubAllGlobals();
});

/** The platform's event, which a tab gets of what the other tabs write. */
function tellOtherTabs() {
  const event = new StorageEvent("storage", { key: null, storageArea: localStorage });
  act(() => void window.dispatchEvent(event));
}

/** As in a browser, but at once: jsdom has none. */
function stubBroadcastChannel() {
  const open = new Set<FakeChannel>();
  class FakeChannel extends EventTarget {
    constructor(readonly name: string) {
      super();
      open.add(this);
    }
    postMessage(data: unknown) {
      for (const one of open)
        if (one !== this && one.name === this.name) one.dispatchEvent(new MessageEvent("message", { data }));
    }
    close() {
      open.delete(this);
    }
  }
  vi.stubGlobal("BroadcastChannel", FakeChannel);
  return open;
}

const storage = localStorageAdapter;

describe("two tabs with localStorageAdapter", () => {
  test("what one tab starts the other shows, and what one stops has ended in the other, with its files", async () => {
    stubBroadcastChannel();
    const page = openPage();
    const other = mount(page, { storage, client: page.otherClient() });
    const first = await mountRunning(page, { storage });
    expect(other.result.current).toMatchObject({ status: "recording", handle: first.result.current.handle });
    other.statuses.length = 0;
    await page.advance(60_000);
    act(() => void first.result.current.stop());
    await page.advance(1000);
    expect(other.result.current).toMatchObject({ status: "stopped", ending: "requested" });
    expect(other.result.current.files).toEqual(first.result.current.files);
    expect(other.result.current.files.length).toBeGreaterThan(0);
    await page.advance(300_000);
    expect(other.statuses).toEqual(["stopped"]);
  });

  test("the `storage` event is enough where there is no BroadcastChannel", async () => {
    vi.stubGlobal("BroadcastChannel", undefined);
    const page = openPage();
    const other = mount(page, { storage, client: page.otherClient() });
    const first = await mountRunning(page, { storage });
    tellOtherTabs();
    await page.advance(6000);
    expect(other.result.current).toMatchObject({ status: "recording", handle: first.result.current.handle });
    act(() => void first.result.current.stop());
    await page.advance(1000);
    expect(other.result.current.status).toBe("recording");
    tellOtherTabs();
    await page.advance(1000);
    expect(other.result.current).toMatchObject({ status: "stopped", ending: "already-ended", error: null });
  });

  test("a start in doubt shows in the other tab, which can stop it, and the first one follows", async () => {
    stubBroadcastChannel();
    // Names of its own: tabs of the tests before are still open.
    const page = openPage({ repeatedStartNamesSid: true, seed: 2 });
    const other = mount(page, { storage, client: page.otherClient() });
    const first = mount(page, { storage });
    page.fake.fail("recording.start", { network: true, tookEffect: true, times: 3 });
    act(() => void first.result.current.start());
    await page.advance(20_000);
    tellOtherTabs();
    await settle();
    const inDoubt = { isActive: true, unsettled: { uid: "900001" } };
    expect(first.result.current).toMatchObject({ status: "failed", ...inDoubt });
    expect(other.result.current).toMatchObject({ status: "idle", isPending: false, ...inDoubt });
    act(() => void other.result.current.stop());
    await page.advance(20_000);
    tellOtherTabs();
    await page.advance(1000);
    expect([first, other].map(({ result }) => result.current.isActive)).toEqual([false, false]);
    expect([live(page), page.fake.recordings.length]).toEqual([0, 1]);
  });

  test("no channel and no listener stays open when the session is gone", async () => {
    const open = stubBroadcastChannel();
    const page = openPage();
    const { unmount } = mount(page, { storage });
    expect(open.size).toBe(1);
    unmount();
    await settle();
    expect(open.size).toBe(0);
  });
});
