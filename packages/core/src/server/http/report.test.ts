import { afterEach, expect, test, vi } from "vitest";
import { report } from "./report.ts";

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

test("a failure goes to the console and never to reportError, which ends a Deno", async () => {
  const fatal = vi.fn<(error: unknown) => void>();
  vi.stubGlobal("reportError", fatal);
  const logged = vi.spyOn(console, "error").mockImplementation(() => {});
  const heard = vi.fn<(error: unknown) => void>();
  report("first");
  report("second", heard);
  report("third", () => {
    throw new Error("sync");
  });
  report("fourth", () => Promise.reject(new Error("async")));
  await new Promise((resolve) => setTimeout(resolve, 0));
  expect(logged.mock.calls).toEqual([["first"], [new Error("sync")], [new Error("async")]]);
  expect(heard.mock.calls).toEqual([["second"]]);
  expect(fatal).not.toHaveBeenCalled();
});
