import { createAgoraClient } from "@agora-edge/core";
import { JSDOM } from "jsdom";
import { expect, onTestFinished, test, vi } from "vitest";
import { startStage, until } from "./cloudflare-worker-stage.ts";
import { signedIn } from "./page-socket.ts";

test("the React hook shows what the Worker sees, and asks nothing by itself", { timeout: 30_000 }, async () => {
  const stage = await startStage({ speed: 60, rateLimit: false });
  onTestFinished(() => stage.close());
  const { fake, origin } = stage;
  fake.channel("alice-1").join("1001");

  const { window } = new JSDOM("<main></main>", { url: origin, pretendToBeVisual: true });
  const { document } = window;
  vi.stubGlobal("window", window);
  vi.stubGlobal("document", document);
  vi.stubGlobal("WebSocket", signedIn(origin));
  onTestFinished(() => void vi.unstubAllGlobals());
  // React looks for the page when it is loaded.
  const { showRoom } = await import("./room-page.tsx");

  const asked: string[] = [];
  const client = createAgoraClient({
    appId: fake.appId,
    baseUrl: `${origin}/api/agora`,
    headers: { authorization: "Bearer token-of-alice" },
    fetch: (input, init) => {
      const { pathname } = new URL(input instanceof Request ? input.url : input);
      asked.push(pathname.split("/").at(-1) ?? "");
      return fetch(input, init);
    },
  });
  const live = `${origin.replace("http", "ws")}/recordings/alice-1/live`;
  const root = showRoom(document.querySelector("main")!, { client, cname: "alice-1", live });
  const shown = () => document.querySelector("[role=status]")?.textContent;
  const press = () => document.querySelector("button")?.click();

  await until(shown, (status) => status === "idle");
  press();
  await until(shown, (status) => status === "recording");
  await until(
    () => document.querySelectorAll("li").length,
    (files) => files > 0,
  );
  expect(asked).toEqual(["acquire", "start"]);

  // Stopped by somebody else, which the page is told.
  await stage.send("/recordings/alice-1", { method: "DELETE" });
  await until(shown, (status) => status === "stopped");
  press();
  await until(shown, (status) => status === "recording");
  press();
  await until(shown, (status) => status === "stopped");
  expect(asked).toEqual(["acquire", "start", "acquire", "start", "stop"]);
  expect(fake.recordings.map((one) => one.live)).toEqual([false, false]);
  root.unmount();
  // React has still something to tidy up, which needs a page.
  await new Promise((resolve) => setTimeout(resolve, 100));
});
