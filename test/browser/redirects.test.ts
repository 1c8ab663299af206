import { expect, test } from "vitest";
import { expectedOutcomes, followNoRedirect, type RedirectTarget } from "../runtimes/redirects.ts";

interface Told {
  target: RedirectTarget;
  redirects: number;
  followed: string[];
}

const ask = async (): Promise<Told> => (await fetch("/redirects")).json();

test("a redirect is not followed in Chromium, which tells nothing of it", { timeout: 40_000 }, async () => {
  const { target, redirects } = await ask();
  expect(await followNoRedirect(target)).toEqual(expectedOutcomes);
  const told = await ask();
  expect(told.redirects - redirects).toBe(expectedOutcomes.length);
  expect(told.followed).toEqual([]);
});
