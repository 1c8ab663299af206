import { expect, test } from "vitest";

const address = () => new URL("./guard-worker.ts", import.meta.url);

const firstMessage = (target: Worker | MessagePort) =>
  new Promise<unknown>((resolve, reject) => {
    target.addEventListener("message", (event) => resolve((event as MessageEvent).data));
    target.addEventListener("error", (event) => reject(new Error((event as ErrorEvent).message)));
  });

/** The token is the app's to give: see docs/security.md. */
const guarded = { basic: expect.stringContaining("would show the Customer Secret to every visitor"), token: "allowed" };

test("a Customer Secret in a worker of a page is refused", { timeout: 20_000 }, async () => {
  const worker = new Worker(address(), { type: "module" });
  expect(await firstMessage(worker)).toEqual(guarded);
  worker.terminate();
});

test("a Customer Secret in a shared worker is refused", { timeout: 20_000 }, async () => {
  const { port } = new SharedWorker(address(), { type: "module" });
  const message = firstMessage(port);
  port.start();
  expect(await message).toEqual(guarded);
});
