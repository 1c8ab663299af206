import { act, cleanup, render, screen } from "@testing-library/react";
import { afterEach, describe, expect, test } from "vitest";
import { useLeaseCountdown, useRecordingSession } from "./index.ts";
import { openPage, openStorage, roomOptions, settle, type Page } from "./testing/page.tsx";

afterEach(cleanup);

/** A component that notes what it showed in every render. */
function watch(page: Page, more: Parameters<typeof roomOptions>[0] = {}) {
  const shown: ReturnType<typeof useRecordingSession<"mix">>[] = [];
  const countdowns: (number | null)[] = [];
  function Countdown({ lease }: { lease: { expiresAt: number } | null }) {
    const seconds = useLeaseCountdown(lease);
    countdowns.push(seconds);
    return <output>{seconds}</output>;
  }
  function Recorder() {
    const recording = useRecordingSession(roomOptions(more));
    shown.push(recording);
    return <Countdown lease={recording.lease} />;
  }
  render(<Recorder />, { wrapper: page.Provider });
  const last = () => {
    const found = shown.at(-1);
    if (!found) throw new Error("Nothing was rendered.");
    return found;
  };
  return { shown, countdowns, last };
}

const statuses = (shown: { status: string }[]) => shown.map(({ status }) => status);

describe("renders of useRecordingSession", () => {
  test("are one for the mount, with or without a storage that holds nothing", () => {
    expect(watch(openPage()).shown).toHaveLength(1);
    expect(watch(openPage(), { storage: openStorage() }).shown).toHaveLength(1);
  });

  test("are one for each transition", async () => {
    const page = openPage();
    const { shown, last } = watch(page);
    act(() => void last().start());
    expect(statuses(shown)).toEqual(["idle", "acquiring"]);
    await page.advance();
    // Sent, and accepted with a handle.
    expect(statuses(shown)).toEqual(["idle", "acquiring", "starting", "starting"]);
    await page.advance(6000);
    expect(statuses(shown).slice(4)).toEqual(["recording"]);
    act(() => void last().stop());
    await page.advance(1000);
    expect(statuses(shown).slice(5)).toEqual(["stopping", "stopped"]);
  });

  test("are none for checks that find nothing new", async () => {
    const page = openPage();
    const { shown, last } = watch(page);
    act(() => void last().start());
    await page.advance(6000);
    await act(async () => void last().query());
    await page.advance(120_000);
    const [renders, queries] = [shown.length, page.sent("recording.query")];
    await page.advance(10 * 120_000);
    expect(page.sent("recording.query")).toBe(queries + 10);
    act(() => void last().query());
    await page.advance();
    expect(page.sent("recording.query")).toBe(queries + 11);
    expect(shown).toHaveLength(renders);
  });

  test("are none for the work of other sessions", async () => {
    const page = openPage();
    const { shown } = watch(page);
    const other = watch(page, { cname: "room-2" });
    act(() => void other.last().start());
    await page.advance(6000);
    expect(other.shown.length).toBeGreaterThan(3);
    expect(shown).toHaveLength(1);
  });

  test("S17 are none for a countdown of five minutes beside it", async () => {
    const page = openPage();
    const { shown, countdowns, last } = watch(page);
    act(() => void last().acquire());
    await page.advance();
    expect(screen.getByRole("status").textContent).toBe("300");
    const [renders, ticks] = [shown.length, countdowns.length];
    for (let second = 0; second < 299; second++) await page.advance(1000);
    expect(screen.getByRole("status").textContent).toBe("1");
    expect(countdowns.length - ticks).toBe(299);
    expect(shown).toHaveLength(renders);
    await page.advance(1000);
    expect(screen.getByRole("status").textContent).toBe("0");
    // The one transition of all that time.
    expect(statuses(shown.slice(renders))).toEqual(["expired"]);
    await settle();
    expect(page.timers.size).toBe(0);
  });
});
