import { act, cleanup, render, renderHook } from "@testing-library/react";
import { Component, StrictMode, useState, type ReactNode } from "react";
import { afterEach, describe, expect, test, vi } from "vitest";
import { useLastRecording, useRecordingSession, useRecordingStatus, type UseRecordingSessionOptions } from "./index.ts";
import { live, mount, mountRunning } from "./testing/mount.tsx";
import { expectCalm, openPage, openStorage, roomOptions, settle, type Page } from "./testing/page.tsx";

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

const strictMount = (page: Page) =>
  renderHook(() => useRecordingSession(roomOptions({ stopOnUnmount: true })), {
    wrapper: ({ children }) => (
      <StrictMode>
        <page.Provider>{children}</page.Provider>
      </StrictMode>
    ),
  });

/** Takes its children away when one of them throws. */
class Boundary extends Component<{ children: ReactNode }, { hasFailed: boolean }> {
  override state = { hasFailed: false };
  static getDerivedStateFromError() {
    return { hasFailed: true };
  }
  override render() {
    return this.state.hasFailed ? null : this.props.children;
  }
}

/** A component with a session, below an error boundary; `fail` makes it throw. */
function mountBelowBoundary(page: Page, more: Partial<UseRecordingSessionOptions<"mix">>) {
  vi.spyOn(console, "error").mockImplementation(() => {});
  const ignore = (event: Event) => event.preventDefault();
  addEventListener("error", ignore);
  let fail = () => {};
  let start: () => unknown = () => {};
  function Recorder() {
    const [hasFailed, setFailed] = useState(false);
    fail = () => setFailed(true);
    ({ start } = useRecordingSession(roomOptions({ stopOnUnmount: true, ...more })));
    if (hasFailed) throw new Error("of the app");
    return null;
  }
  render(
    <page.Provider>
      <Boundary>
        <Recorder />
      </Boundary>
    </page.Provider>,
  );
  return {
    start: () => start(),
    fail: async () => {
      act(() => fail());
      removeEventListener("error", ignore);
      await settle();
      await page.advance(60_000);
    },
  };
}

describe("stopOnUnmount", () => {
  test("stops when the last one left, with a request that outlives the page", async () => {
    const page = openPage();
    const first = await mountRunning(page, { stopOnUnmount: true });
    const second = mount(page, { stopOnUnmount: true });
    first.unmount();
    await settle();
    await page.advance(1000);
    expect(page.sent("recording.stop")).toBe(0);
    second.unmount();
    await settle();
    await page.advance(1000);
    expect([page.sent("recording.stop"), live(page)]).toEqual([1, 0]);
    await settle();
    await page.advance(300_000);
    expect(page.timers.size).toBe(0);
    expect(page.keptAlive).toEqual([expect.stringMatching(/\/stop$/)]);
  });

  test("is not fooled by StrictMode", async () => {
    const page = openPage();
    const { result, unmount } = strictMount(page);
    act(() => void result.current.start());
    await settle();
    await page.advance(6000);
    expect([result.current.status, page.sent("recording.stop")]).toEqual(["recording", 0]);
    unmount();
    await settle();
    await page.advance(1000);
    expect(live(page)).toBe(0);
  });

  test("is not fooled by StrictMode when a new mount takes over a running recording", async () => {
    const page = openPage();
    const first = await mountRunning(page);
    first.unmount();
    await settle();
    const { result } = strictMount(page);
    await settle();
    await page.advance(1000);
    expect([result.current.status, page.sent("recording.stop")]).toEqual(["recording", 0]);
  });

  test("waits for a start in flight, and then stops what it started", async () => {
    const page = openPage();
    const { problems } = expectCalm();
    const { result, unmount } = mount(page, { stopOnUnmount: true });
    page.fake.fail("recording.start", { delay: 5000 });
    act(() => void result.current.start());
    await page.advance();
    unmount();
    await settle();
    await page.advance(10_000);
    await settle();
    await page.advance(300_000);
    expect([page.fake.recordings.length, live(page), page.timers.size]).toEqual([1, 0, 0]);
    expect(problems).toEqual([]);
  });

  test("holds for a component that changes to another key", async () => {
    const page = openPage();
    const { rerender } = await mountRunning(page, { stopOnUnmount: true });
    rerender({ uid: "900002" });
    await settle();
    await page.advance(1000);
    expect([page.sent("recording.stop"), live(page)]).toEqual([1, 0]);
  });

  test("leaves alone what another tab has started and this one only showed", async () => {
    const page = openPage();
    const storage = openStorage();
    const first = await mountRunning(page, { storage });
    const second = mount(page, { storage, client: page.otherClient(), stopOnUnmount: true });
    await page.advance(1000);
    expect(second.result.current.status).toBe("recording");
    second.unmount();
    await settle();
    await page.advance(60_000);
    expect([first.result.current.status, page.sent("recording.stop"), live(page)]).toEqual(["recording", 0, 1]);
  });

  test("asks nobody who only looks: a status and the last files in a header do not keep it running", async () => {
    const page = openPage();
    const header = renderHook(() => [useRecordingStatus(roomOptions()).status, useLastRecording(roomOptions()).last], {
      wrapper: page.Provider,
    });
    const recorder = await mountRunning(page, { stopOnUnmount: true });
    recorder.unmount();
    await settle();
    await page.advance(60_000);
    expect([live(page), header.result.current]).toEqual([
      0,
      ["stopped", expect.objectContaining({ ending: "requested" })],
    ]);
  });

  test("stops when an error boundary takes the component away", async () => {
    const page = openPage();
    const { start, fail } = mountBelowBoundary(page, {});
    act(() => void start());
    await page.advance(6000);
    expect(live(page)).toBe(1);
    await fail();
    expect(live(page)).toBe(0);
  });

  test("leaves alone what another tab has started when an error boundary takes the component away", async () => {
    const page = openPage();
    const storage = openStorage();
    await mountRunning(page, { storage });
    const { fail } = mountBelowBoundary(page, { storage, client: page.otherClient() });
    await page.advance(1000);
    await fail();
    expect([live(page), page.sent("recording.stop")]).toEqual([1, 0]);
  });

  test("takes no part in pagehide: the page may come back", async () => {
    const page = openPage();
    const { result } = await mountRunning(page, { stopOnUnmount: true });
    act(() => void window.dispatchEvent(new Event("pagehide")));
    await settle();
    await page.advance(1000);
    expect([result.current.status, page.sent("recording.stop")]).toEqual(["recording", 0]);
  });

  test("a stop that fails leaves the recording for the next mount", async () => {
    const page = openPage();
    const { problems } = expectCalm();
    const first = await mountRunning(page, { stopOnUnmount: true });
    const fault = page.fake.fail("recording.stop", { status: 500, times: 10 });
    first.unmount();
    await settle();
    await page.advance(60_000);
    await settle();
    const { result } = mount(page);
    expect(result.current).toMatchObject({ status: "recording", handle: { cname: "room-1" } });
    fault.cancel();
    act(() => void result.current.stop());
    await page.advance(1000);
    expect(result.current.status).toBe("stopped");
    expect(problems).toEqual([]);
  });
});
