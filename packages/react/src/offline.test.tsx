import { act, cleanup, render } from "@testing-library/react";
import { StrictMode } from "react";
import { afterEach, describe, expect, test, vi } from "vitest";
import { AgoraProvider, useRecordingSession, useRecordingStatus, type UseRecordingSessionResult } from "./index.ts";
import { live, mount } from "./testing/mount.tsx";
import { openPage, openStorage, roomOptions, settle } from "./testing/page.tsx";
import { createView } from "./testing/view.ts";

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

const lost = { network: true, tookEffect: true, times: 3 } as const;

/** A component with a recording, and a header that only looks. */
function open() {
  const page = openPage({ repeatedStartNamesSid: true });
  const wake = createView();
  const storage = openStorage();
  const shown: { recording?: UseRecordingSessionResult<"mix">; header?: boolean } = {};
  const Header = () => {
    shown.header = useRecordingStatus(roomOptions()).isPaused;
    return null;
  };
  const Recorder = () => {
    shown.recording = useRecordingSession(roomOptions({ wake, storage }));
    return null;
  };
  const app = (isShown: boolean) => (
    <StrictMode>
      <Header />
      {isShown && <Recorder />}
    </StrictMode>
  );
  const { rerender } = render(app(true), { wrapper: page.Provider });
  const recording = () => {
    if (!shown.recording) throw new Error("Nothing was rendered.");
    return shown.recording;
  };
  return { page, wake, storage, shown, recording, show: (isShown: boolean) => rerender(app(isShown)) };
}

describe("a stop without a network, in StrictMode", () => {
  test.each(["recording", "in doubt"] as const)(
    "says that it waits, over a remount, and goes on when the network is back: %s",
    async (what) => {
      const { page, wake, shown, recording, show } = open();
      if (what === "in doubt") page.fake.fail("recording.start", lost);
      act(() => void recording().start());
      await page.advance(20_000);
      expect([recording().status, live(page)]).toEqual([what === "in doubt" ? "failed" : "recording", 1]);
      wake.connect(false);
      act(() => void recording().stop());
      await page.advance(600_000);
      const status = what === "in doubt" ? "starting" : "stopping";
      expect(recording()).toMatchObject({ status, isPaused: true, isPending: true, isActive: true, error: null });
      expect(shown.header).toBe(true);
      show(false);
      await settle();
      await page.advance(600_000);
      show(true);
      expect(recording()).toMatchObject({ status, isPaused: true });
      wake.connect(true);
      await page.advance(20_000);
      expect(recording()).toMatchObject({ status: "stopped", isPaused: false, isActive: false });
      expect([live(page), shown.header]).toEqual([0, false]);
    },
  );
});

describe("a stop without a network, of a start in doubt", () => {
  async function inDoubt(more: Parameters<typeof mount>[1] = {}) {
    const page = openPage({ repeatedStartNamesSid: true });
    const wake = createView();
    const mounted = mount(page, { wake, ...more });
    page.fake.fail("recording.start", lost);
    act(() => void mounted.result.current.start());
    await page.advance(20_000);
    expect(mounted.result.current).toMatchObject({ status: "failed", isActive: true });
    wake.connect(false);
    return { page, wake, mounted };
  }

  test("goes on to wait in the session that takes a storage into use", async () => {
    const { page, wake, mounted } = await inDoubt();
    act(() => void mounted.result.current.stop());
    await page.advance(1000);
    const storage = openStorage();
    const other = mount(page, { wake, storage });
    await page.advance(10_000);
    expect(other.result.current).toMatchObject({ status: "starting", isPaused: true });
    wake.connect(true);
    await page.advance(30_000);
    expect([other.result.current.status, mounted.result.current.isActive, live(page)]).toEqual(["stopped", false, 0]);
    expect(storage.values.size).toBe(0);
  });

  test("goes on under a client made anew", async () => {
    // Said once in a process, by whichever test makes a client anew first: new-client.test.tsx shows it.
    vi.spyOn(console, "warn").mockImplementation(() => {});
    const page = openPage({ repeatedStartNamesSid: true });
    const other = page.otherClient();
    const wake = createView();
    const shown: { recording?: UseRecordingSessionResult<"mix"> } = {};
    const Recorder = () => {
      shown.recording = useRecordingSession(roomOptions({ wake }));
      return null;
    };
    const app = (client: typeof other) => (
      <AgoraProvider client={client}>
        <Recorder />
      </AgoraProvider>
    );
    const { rerender } = render(app(page.agora));
    page.fake.fail("recording.start", lost);
    act(() => void shown.recording?.start());
    await page.advance(20_000);
    wake.connect(false);
    act(() => void shown.recording?.stop());
    await page.advance(1000);
    rerender(app(other));
    await settle();
    expect(shown.recording).toMatchObject({ isPending: true, isActive: true });
    wake.connect(true);
    await page.advance(30_000);
    expect([shown.recording?.status, live(page)]).toEqual(["stopped", 0]);
  });

  test("is sent once where two tabs have stopped", async () => {
    const storage = openStorage();
    const { page, wake, mounted } = await inDoubt({ storage });
    const other = mount(page, { wake, storage, client: page.otherClient() });
    await settle();
    expect(other.result.current.isActive).toBe(true);
    act(() => void mounted.result.current.stop());
    act(() => void other.result.current.stop());
    await page.advance(1000);
    expect([mounted, other].map(({ result }) => result.current.isPaused)).toEqual([true, true]);
    wake.connect(true);
    await page.advance(60_000);
    const shown = [mounted, other].map(({ result }) => result.current);
    expect(shown.map(({ status, isActive, error }) => [status, isActive, error])).toEqual([
      ["stopped", false, null],
      ["stopped", false, null],
    ]);
    expect([live(page), page.fake.recordings.length]).toEqual([0, 1]);
  });

  test("waits for the network too where it is that of `stopOnUnmount`", async () => {
    const { page, wake, mounted } = await inDoubt({ stopOnUnmount: true });
    mounted.unmount();
    await settle();
    await page.advance(600_000);
    expect(live(page)).toBe(1);
    wake.connect(true);
    await page.advance(30_000);
    expect(live(page)).toBe(0);
  });
});

test("a stop of a start in doubt goes on in the next page, and is sent once", async () => {
  const { page, wake, storage: left, recording, show } = open();
  page.fake.fail("recording.start", lost);
  act(() => void recording().start());
  await page.advance(20_000);
  wake.connect(false);
  act(() => void recording().stop());
  await page.advance(1000);
  // The page is left: nothing of it will ever hear of the network again.
  show(false);
  const storage = openStorage(new Map(left.values));
  cleanup();
  const next = mount(page, { storage, client: page.otherClient() });
  await page.advance(20_000);
  expect(next.result.current).toMatchObject({ status: "stopped", isActive: false, unsettled: null, error: null });
  expect([live(page), page.sent("recording.stop")]).toEqual([0, 1]);
});
