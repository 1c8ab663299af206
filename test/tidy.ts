import { afterAll, vi } from "vitest";

// The files of a project share threads: what one has replaced must not be there for the next.
afterAll(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});
