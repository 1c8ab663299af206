import { expect as expectOf } from "playwright/test";

/** Waits longer than Playwright does by default: many pages run at the same time, on machines of two cores. */
export const expect = expectOf.configure({ timeout: 60_000 });
