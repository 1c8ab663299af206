import { BroadcastChannel as ChannelOfProcess, threadId } from "node:worker_threads";
import { afterAll, vi } from "vitest";

// Each thread is a browser of its own. Node's channels reach every thread, and the same test may run in another one.
class ChannelOfThread extends ChannelOfProcess {
  constructor(name: string) {
    super(`${threadId} ${name}`);
  }
}
Object.assign(globalThis, { BroadcastChannel: ChannelOfThread });

// The files of a project share threads: what one has replaced must not be there for the next.
afterAll(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});
