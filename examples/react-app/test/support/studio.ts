import type { AgoraOperation } from "@agora-edge/core";
import type { Browser, BrowserContext, BrowserContextOptions, Page } from "playwright";
import type { Stage } from "../../stage/create-stage.mjs";

export type Studio = ReturnType<typeof createStudio>;

/** The visitors of a stage, and what they bring about at the service. */
export function createStudio(browser: Browser, { url, fake }: Stage) {
  const visitors: BrowserContext[] = [];
  const complaints: string[] = [];

  function listen(page: Page): void {
    page.on("pageerror", (error) => complaints.push(String(error)));
    page.on("console", (message) => {
      if (message.type() !== "error" && message.type() !== "warning") return;
      // Chromium's own remark about an answer that a test has asked for.
      if (!message.text().startsWith("Failed to load resource")) complaints.push(message.text());
    });
  }

  return {
    complaints,

    /** A browser of its own: nothing stored, another session with the Worker. */
    async visitor(options: BrowserContextOptions = {}): Promise<BrowserContext> {
      // A dot that breathes all the time costs a browser that draws by CPU more than the page does.
      const context = await browser.newContext({ reducedMotion: "reduce", ...options });
      context.setDefaultTimeout(60_000);
      context.on("page", listen);
      visitors.push(context);
      return context;
    },

    /** Another tab of a visitor, or the first one of a new visitor. `search`: `?devtools`. */
    async open(visitor?: BrowserContext, search = ""): Promise<Page> {
      const context = visitor ?? (await this.visitor());
      const page = await context.newPage();
      await page.goto(url + search);
      return page;
    },

    /** What has reached the service. */
    requests: (operation: AgoraOperation) => fake.requests.filter((one) => one.operation === operation),

    async close(): Promise<void> {
      await Promise.all(visitors.map((visitor) => visitor.close()));
    },
  };
}
