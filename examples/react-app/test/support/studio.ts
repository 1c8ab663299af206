import type { AgoraOperation } from "@agora-edge/core";
import type { Browser, BrowserContext, BrowserContextOptions, Page } from "playwright";
import type { Stage } from "../../stage/create-stage.mjs";

export type Studio = ReturnType<typeof createStudio>;

/** What one test has: a channel with two people in it, and visitors who look at it. */
export function createStudio(browser: Browser, stage: Stage, channel: string) {
  const { fake } = stage;
  const contexts: BrowserContext[] = [];
  const complaints: string[] = [];
  for (const uid of ["1001", "1002"]) fake.channel(channel).join(uid);

  function listen(page: Page): void {
    page.on("pageerror", (error) => complaints.push(String(error)));
    page.on("console", (message) => {
      if (message.type() !== "error" && message.type() !== "warning") return;
      // Chromium's own remark about an answer that a test has asked for.
      if (!message.text().startsWith("Failed to load resource")) complaints.push(message.text());
    });
  }

  return {
    channel,
    complaints,

    /** A browser of its own, whose page begins with the channel of the test. */
    async visitor(options: BrowserContextOptions = {}): Promise<BrowserContext> {
      const localStorage = [{ name: "studio.channel", value: JSON.stringify(channel) }];
      const context = await browser.newContext({
        storageState: { cookies: [], origins: [{ origin: stage.url, localStorage }] },
        ...options,
      });
      context.setDefaultTimeout(5000);
      context.on("page", listen);
      contexts.push(context);
      return context;
    },

    /** Another tab of a visitor, or the first one of a new visitor. */
    async open(visitor?: BrowserContext): Promise<Page> {
      const context = visitor ?? (await this.visitor());
      const page = await context.newPage();
      await page.goto(stage.url);
      return page;
    },

    /** What has reached the service about this channel. */
    requests: (operation: AgoraOperation) =>
      fake.requests.filter((one) => one.operation === operation && one.cname === channel),

    recordings: () => fake.recordings.filter((one) => one.cname === channel),

    async close(): Promise<void> {
      await Promise.all(contexts.map((context) => context.close()));
      for (const { uid } of fake.channel(channel).users) fake.channel(channel).leave(uid);
    },
  };
}
