import { act, cleanup, renderHook } from "@testing-library/react";
import { afterEach, describe, expect, test } from "vitest";
import { useElapsed } from "../index.ts";
import { openPage } from "../testing/page.tsx";

afterEach(cleanup);

describe("useElapsed", () => {
  test("counts whole seconds since a moment, and renders once a second", async () => {
    const page = openPage();
    const since = page.fake.now() - 1500;
    const seen: (number | null)[] = [];
    renderHook(() => seen.push(useElapsed(since)), { wrapper: page.Provider });
    for (let second = 0; second < 3; second++) await page.advance(1000);
    expect(seen).toEqual([1, 2, 3, 4]);
  });

  test("is null without a moment, and ticks for nobody", async () => {
    const page = openPage();
    const { result, rerender } = renderHook(({ since }: { since: number | null }) => useElapsed(since), {
      wrapper: page.Provider,
      initialProps: { since: null as number | null },
    });
    expect([result.current, page.timers.size]).toEqual([null, 0]);
    rerender({ since: page.fake.now() });
    expect([result.current, page.timers.size]).toEqual([0, 1]);
    rerender({ since: null });
    expect([result.current, page.timers.size]).toEqual([null, 0]);
  });

  test("is right at once when the machine wakes, and counts on when the clock is set back to before the moment", async () => {
    const page = openPage();
    const since = page.fake.now();
    const { result } = renderHook(() => useElapsed(since), { wrapper: page.Provider });
    page.sleep(3_600_000);
    act(() => void window.dispatchEvent(new Event("focus")));
    expect(result.current).toBe(3600);
    page.sleep(-7_200_000);
    act(() => void window.dispatchEvent(new Event("focus")));
    expect(result.current).toBe(3600);
    for (let second = 0; second < 3; second++) await page.advance(1000);
    expect(result.current).toBe(3603);
    page.sleep(7_200_000);
    await page.advance(1000);
    expect(result.current).toBe(3604);
  });

  test("counts from zero, and never below, in a component that mounts by such a clock", async () => {
    const page = openPage();
    const since = page.fake.now() + 3_600_000;
    const { result } = renderHook(() => useElapsed(since), { wrapper: page.Provider });
    expect(result.current).toBe(0);
    for (let second = 0; second < 3; second++) await page.advance(1000);
    expect(result.current).toBe(3);
  });
});
