import { createPageClient, explanationOf } from "@agora-edge/core/page";
import { createFakeAgora } from "@agora-edge/msw/fake";
import { expect, test, vi } from "vitest";

const ask = async (): Promise<{ port: number; asked: number }> => (await fetch("/other-origin")).json();

/** What comes of a call to a proxy of another origin, on a clock that does not wait. */
async function call(path: string): Promise<unknown> {
  const { port } = await ask();
  const fake = createFakeAgora();
  const { appId, clock } = fake;
  const agora = createPageClient({ appId, baseUrl: `http://127.0.0.1:${port}${path}`, clock, locale: "en" });
  let outcome: unknown;
  agora.recording.acquire({ cname: "room-1", uid: "900001" }).then(
    () => Promise.reject(new Error("It worked.")),
    (error: unknown) => (outcome = error),
  );
  await vi.waitFor(
    async () => {
      await fake.advanceAsync(1000);
      expect(outcome).toBeDefined();
    },
    { timeout: 30_000, interval: 10 },
  );
  return outcome;
}

test("a proxy that does not allow the page's origin: the error names that cause, in the words of the page", async () => {
  const { asked } = await ask();
  const error = await call("/api/agora");
  expect(error).toMatchObject({ kind: "network-error", cause: expect.any(TypeError) });
  // The browser asks before each of the four attempts, and sends none of them.
  expect((await ask()).asked - asked).toBe(4);
  expect(String(error)).toContain("if its `cors` does not allow this page");
  const store = explanationOf(error, "en");
  const words = await new Promise((resolve) => store.subscribe(() => resolve(store.getSnapshot())));
  const causes: unknown = expect.arrayContaining([expect.stringContaining("CORS")]);
  expect(words).toMatchObject({ title: "Connection failed", causes });
});

test("a proxy that allows it answers, and its answer is no matter of origins", async () => {
  const error = await call("/allowed/api/agora");
  expect(error).not.toMatchObject({ kind: "network-error" });
  expect(String(error)).not.toContain("cors");
});
