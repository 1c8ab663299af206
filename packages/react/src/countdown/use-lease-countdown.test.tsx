import { act, cleanup, renderHook } from "@testing-library/react";
import { sessionsOf } from "@agora-edge/core";
import { afterEach, describe, expect, test, vi } from "vitest";
import { useLeaseCountdown, useRecordingSession } from "../index.ts";
import { openPage, roomOptions, type Page } from "../testing/page.tsx";
import { createView } from "../testing/view.ts";

afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

type Lease = { expiresAt: number } | null;

const mount = (page: Page, lease: Lease) => {
  let renders = 0;
  const mounted = renderHook(
    (given: { lease: Lease }) => {
      renders++;
      return useLeaseCountdown(given.lease);
    },
    { wrapper: page.Provider, initialProps: { lease } },
  );
  return { ...mounted, count: () => renders };
};

function setVisibility(state: "visible" | "hidden") {
  vi.spyOn(document, "visibilityState", "get").mockReturnValue(state);
  act(() => void document.dispatchEvent(new Event("visibilitychange")));
}

describe("useLeaseCountdown", () => {
  test("is null without a lease, and has no timer", () => {
    const page = openPage();
    expect(mount(page, null).result.current).toBeNull();
    expect(page.timers.size).toBe(0);
  });

  test("counts whole seconds, turns with the seconds of the lease, and stops at 0", async () => {
    const page = openPage();
    const { result, count } = mount(page, { expiresAt: page.fake.now() + 2700 });
    const seen = [result.current];
    for (let time = 0; time < 4000; time += 100) {
      await page.advance(100);
      if (seen.at(-1) !== result.current) seen.push(result.current);
      expect(result.current).toBe(Math.max(0, Math.ceil((2600 - time) / 1000)));
    }
    expect(seen).toEqual([3, 2, 1, 0]);
    expect([count(), page.timers.size]).toEqual([4, 0]);
  });

  test("goes on with another lease, and ends with none", async () => {
    const page = openPage();
    const { result, rerender } = mount(page, { expiresAt: page.fake.now() + 10_000 });
    await page.advance(1000);
    rerender({ lease: { expiresAt: page.fake.now() + 300_000 } });
    expect(result.current).toBe(300);
    await page.advance(1000);
    expect(result.current).toBe(299);
    rerender({ lease: null });
    expect([result.current, page.timers.size]).toEqual([null, 0]);
  });

  test("does not start anew for a lease that is the same", async () => {
    const page = openPage();
    const expiresAt = page.fake.now() + 10_000;
    const { rerender } = mount(page, { expiresAt });
    const [timer] = page.timers;
    rerender({ lease: { expiresAt } });
    expect([...page.timers]).toEqual([timer]);
  });

  for (const event of ["focus", "pageshow"]) {
    test(`S14 looks at the clock again on ${event}: timers do not run in sleep`, async () => {
      const page = openPage();
      const { result } = mount(page, { expiresAt: page.fake.now() + 300_000 });
      page.sleep(100_000);
      act(() => void window.dispatchEvent(new Event(event)));
      expect(result.current).toBe(200);
      page.sleep(1_200_000);
      act(() => void window.dispatchEvent(new Event(event)));
      expect([result.current, page.timers.size]).toEqual([0, 0]);
    });
  }

  test("shows no more than the life of the lease, and counts on, when the clock is set back", async () => {
    const page = openPage();
    const acquiredAt = page.fake.now();
    const lease = { acquiredAt, expiresAt: acquiredAt + 300_000 };
    const { result } = renderHook(() => useLeaseCountdown(lease), { wrapper: page.Provider });
    await page.advance(100_000);
    expect(result.current).toBe(200);
    page.sleep(-3_600_000);
    act(() => void window.dispatchEvent(new Event("focus")));
    expect(result.current).toBe(200);
    await page.advance(1000);
    expect(result.current).toBe(199);
    const later = renderHook(() => useLeaseCountdown(lease), { wrapper: page.Provider });
    expect(later.result.current).toBe(300);
    for (let second = 0; second < 199; second++) await page.advance(1000);
    expect([result.current, page.timers.size]).toEqual([0, 1]);
  });

  test("tells the same as the status of a session: 0 once it is `expired`, whatever the clock says", async () => {
    const page = openPage();
    const { result } = renderHook(
      () => {
        const recording = useRecordingSession(roomOptions());
        return { recording, seconds: useLeaseCountdown(recording) };
      },
      { wrapper: page.Provider },
    );
    expect(result.current.seconds).toBeNull();
    act(() => void result.current.recording.acquire());
    await page.advance();
    expect(result.current.seconds).toBe(300);
    // The machine slept, and no event says so: the session looks at the clock every second.
    page.sleep(600_000);
    await page.advance(1000);
    expect([result.current.recording.status, result.current.seconds]).toEqual(["expired", 0]);
    page.sleep(-600_000);
    act(() => void window.dispatchEvent(new Event("focus")));
    expect([result.current.recording.status, result.current.seconds]).toEqual(["expired", 0]);
  });

  test("tells the same as the status each second after a sleep of which no event says anything", async () => {
    const page = openPage();
    const { result } = renderHook(
      () => {
        // The session hears of no focus; the countdown does.
        const recording = useRecordingSession(roomOptions({ wake: createView() }));
        return `${recording.status} ${useLeaseCountdown(recording)}`;
      },
      { wrapper: page.Provider },
    );
    const session = sessionsOf(page.agora).list()[0]?.session;
    act(() => void session?.acquire());
    await page.advance();
    page.sleep(600_000);
    const seen = new Set([result.current]);
    act(() => void window.dispatchEvent(new Event("focus")));
    seen.add(result.current);
    for (let time = 0; time < 2000; time += 100) {
      await page.advance(100);
      seen.add(result.current);
    }
    expect([...seen]).toEqual(["acquired 300", "acquired 1", "expired 0"]);
  });

  test("gives a lease that has expired no time, also to a component that is given the lease alone and mounts later", async () => {
    const page = openPage();
    const { result } = renderHook(() => useRecordingSession(roomOptions()), { wrapper: page.Provider });
    act(() => void result.current.acquire());
    await page.advance();
    page.sleep(-3_600_000);
    await page.advance(301_000);
    expect(result.current.status).toBe("expired");
    const { lease } = result.current;
    expect(renderHook(() => useLeaseCountdown(lease), { wrapper: page.Provider }).result.current).toBe(0);
  });

  test("rests while the page is hidden, and is right when it is shown", async () => {
    const page = openPage();
    const { result, count } = mount(page, { expiresAt: page.fake.now() + 300_000 });
    setVisibility("hidden");
    expect(page.timers.size).toBe(0);
    await page.advance(60_000);
    const renders = count();
    setVisibility("visible");
    expect([result.current, count() - renders]).toEqual([240, 1]);
    await page.advance(1000);
    expect(result.current).toBe(239);
  });

  test("leaves nothing behind", async () => {
    const page = openPage();
    const { unmount } = mount(page, { expiresAt: page.fake.now() + 300_000 });
    unmount();
    const removed = page.timers.size;
    act(() => void window.dispatchEvent(new Event("focus")));
    expect([removed, page.timers.size]).toEqual([0, 0]);
  });

  test("takes the clock of a client that is passed, and the platform's without a client", () => {
    const page = openPage();
    const passed = renderHook(() => useLeaseCountdown({ expiresAt: page.fake.now() + 5000 }, page.agora));
    expect(passed.result.current).toBe(5);
    vi.useFakeTimers({ now: 1_000_000 });
    const { result } = renderHook(() => useLeaseCountdown({ expiresAt: 1_003_000 }));
    expect(result.current).toBe(3);
    act(() => void vi.advanceTimersByTime(1000));
    expect(result.current).toBe(2);
    act(() => void vi.advanceTimersByTime(5000));
    expect([result.current, vi.getTimerCount()]).toEqual([0, 0]);
  });
});
