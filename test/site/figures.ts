// What a visit costs, as Lighthouse counts it.
import { brotliCompressSync } from "node:zlib";
import type { Browser } from "playwright";

export interface Figures {
  readonly requests: number;
  /** As they lie in the folder. */
  readonly bytes: number;
  /** As a host sends them, with brotli. */
  readonly sent: number;
  /** Of `sent`, what is script. */
  readonly scripts: number;
  /** Cumulative Layout Shift: 0.1 and below is good. */
  readonly shift: number;
}

/** Opens the page with an empty cache, scrolls to its end, and counts. */
export async function measure(browser: Browser, url: string): Promise<Figures> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  const bodies: Promise<{ body: Buffer; isScript: boolean }>[] = [];
  page.on("response", (response) => {
    const isScript = response.request().resourceType() === "script";
    // What is still on its way when the page is closed does not count.
    const body = response.body().catch(() => Buffer.alloc(0));
    bodies.push(body.then((bytes) => ({ body: bytes, isScript })));
  });
  await page.addInitScript(() => {
    Object.assign(globalThis, { shift: 0 });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries())
        if ("value" in entry && "hadRecentInput" in entry && !entry.hadRecentInput)
          Object.assign(globalThis, { shift: Reflect.get(globalThis, "shift") + Number(entry.value) });
    }).observe({ type: "layout-shift", buffered: true });
  });
  await page.goto(url);
  await page.waitForLoadState("networkidle");
  const first = bodies.length;
  await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
  await page.waitForLoadState("networkidle");
  const shift = await page.evaluate(() => Number(Reflect.get(globalThis, "shift")));
  const all = await Promise.all(bodies);
  const loaded = all.slice(0, first).map(({ body, isScript }) => ({
    bytes: body.length,
    sent: brotliCompressSync(body).length,
    isScript,
  }));
  await page.close();
  const sum = (of: typeof loaded, name: "bytes" | "sent") => of.reduce((total, each) => total + each[name], 0);
  return {
    requests: first,
    bytes: sum(loaded, "bytes"),
    sent: sum(loaded, "sent"),
    scripts: sum(
      loaded.filter(({ isScript }) => isScript),
      "sent",
    ),
    shift: Math.round(shift * 1000) / 1000,
  };
}
