import type { Page } from "playwright";
import { expect } from "./support/expect.ts";
import { recordingOf } from "./support/panel.ts";
import { testOnStage } from "./support/test.ts";

// As users have it. Printed and not judged, but for what a visitor would notice.
const test = testOnStage({ strip: false }).concurrent;

interface Load {
  readonly requests: number;
  readonly scripts: number;
  /** Encoded, as transferred. */
  readonly scriptBytes: number;
  readonly allBytes: number;
  readonly domContentLoaded: number;
}

const load = (page: Page) =>
  page.evaluate((): Load => {
    const entries = performance
      .getEntries()
      .filter((entry) => entry instanceof PerformanceResourceTiming)
      .filter(({ name }) => !name.startsWith("data:"));
    const bytes = (of: typeof entries) => of.reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0);
    const scripts = entries.filter(({ name }) => new URL(name).pathname.endsWith(".js"));
    const [navigation] = performance.getEntriesByType("navigation");
    return {
      requests: entries.length,
      scripts: scripts.length,
      scriptBytes: bytes(scripts),
      allBytes: bytes(entries),
      domContentLoaded:
        navigation instanceof PerformanceNavigationTiming ? navigation.domContentLoadedEventEnd : Number.NaN,
    };
  });

/** Shifts of the layout: what the browser holds against the page, and those right after a click too. */
async function watchShifts(page: Page) {
  await page.addInitScript(() => {
    const shifts = { unasked: 0, all: 0 };
    Object.assign(globalThis, { shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        const { value, hadRecentInput } = entry as PerformanceEntry & { value: number; hadRecentInput: boolean };
        shifts.all += value;
        if (!hadRecentInput) shifts.unasked += value;
      }
    }).observe({ type: "layout-shift", buffered: true });
  });
  return () => page.evaluate(() => (globalThis as unknown as { shifts: { unasked: number; all: number } }).shifts);
}

test("the page loads, works and stays where it is without a single complaint", async ({ stage, studio }) => {
  const visitor = await studio.visitor();
  const page = await visitor.newPage();
  const noise: string[] = [];
  page.on("console", (message) => noise.push(`${message.type()}: ${message.text()}`));
  page.on("requestfailed", (request) => noise.push(`failed: ${request.url()}`));
  const shiftsOf = await watchShifts(page);
  const begin = performance.now();
  await page.goto(stage.url, { waitUntil: "commit" });
  const recording = recordingOf(page);
  await recording.press("Start recording");
  const answered = performance.now() - begin;
  const { requests, scripts, scriptBytes, allBytes, domContentLoaded } = await load(page);

  await recording.shows("Recording");
  await expect(recording.region.getByRole("listitem").filter({ hasText: ".mp4" })).toBeVisible({ timeout: 60_000 });
  await recording.press("Stop recording");
  await recording.shows("Stopped");
  await expect(recording.region.getByRole("listitem").filter({ hasText: "Uploaded" })).toHaveAttribute(
    "aria-current",
    "step",
    { timeout: 60_000 },
  );
  const { unasked, all } = await shiftsOf();

  const kilobytes = (bytes: number) => `${(bytes / 1024).toFixed(1)} KiB`;
  console.log(`
  JavaScript           ${kilobytes(scriptBytes)} in ${scripts} files, as transferred; everything ${kilobytes(allBytes)}
  Requests             ${requests}
  DOMContentLoaded     ${domContentLoaded.toFixed(0)} ms
  Main button clicked  ${answered.toFixed(0)} ms after the address was entered
  Layout shift         ${unasked.toFixed(4)}, with those after clicks ${all.toFixed(4)}`);
  expect(noise).toEqual([]);
  expect(unasked).toBeLessThan(0.1);
});
