// What visitors of an app do: its server is asked by a client, its page is clicked on in Chromium.
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { chromium } from "playwright";
import { expect } from "playwright/test";
import { findChromium } from "../../browser/find-chromium.ts";
import { run } from "./sandbox.ts";

/** What a page of the server at this port hears: whether a start has a sid, and the error for another channel. */
export async function callAsPage(app: string, port: number): Promise<string> {
  const script = `import { createAgoraClient } from "@agora-edge/core";
const agora = createAgoraClient({ appId: "0123456789abcdef0123456789abcdef", baseUrl: "http://localhost:${port}/api/agora" });
const resource = await agora.recording.acquire({ cname: "room-1", uid: "900001" });
const { sid } = await agora.recording.start({ ...resource, mode: "mix", clientRequest: {} });
const refused = await agora.recording.acquire({ cname: "room-2", uid: "900001" }).catch((error) => error.kind);
console.log(Boolean(sid), refused);`;
  await writeFile(join(app, "page.mjs"), script);
  const { stdout } = await run(app, process.execPath, ["page.mjs"]);
  return stdout.trim();
}

/** Waits until somebody answers there, whatever the answer is. */
export async function answers(url: string): Promise<void> {
  const end = Date.now() + 120_000;
  for (;;) {
    try {
      await (await fetch(url)).arrayBuffer();
      return;
    } catch (error) {
      if (Date.now() > end) throw error;
      await wait(200);
    }
  }
}

/** Records with the page's buttons, reloads meanwhile, and stops. */
export async function recordInChromium(url: string, onRecording = () => {}): Promise<void> {
  const browser = await chromium.launch(await findChromium());
  try {
    const page = await browser.newPage();
    page.setDefaultTimeout(120_000);
    await page.goto(url);
    const status = page.getByRole("status");
    // A page that was made on a server does nothing before its script is there.
    await expect(async () => {
      await page.getByRole("button", { name: "Record" }).click({ timeout: 1000 });
      await status.getByText(/acquiring|starting|recording/).waitFor({ timeout: 1000 });
    }).toPass({ timeout: 120_000 });
    await status.getByText("recording", { exact: true }).waitFor();
    onRecording();
    await page.reload();
    await status.getByText("recording", { exact: true }).waitFor();
    await page.getByRole("button", { name: "Stop" }).click();
    await status.getByText("stopped").waitFor();
    // Next's own is there always, and empty.
    expect((await page.getByRole("alert").allInnerTexts()).filter(Boolean)).toEqual([]);
  } finally {
    await browser.close();
  }
}
