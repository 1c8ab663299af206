import { setupWorker } from "msw/browser";
import { beforeAll } from "vitest";
import { describeHandlers } from "../msw/suite.ts";

/** From vite.config.ts. */
declare const MSW_MAJOR: string;

// Not stopped: it ends with the page, and `stop` of MSW 3 waits for ever inside vitest's frame.
const worker = setupWorker();
beforeAll(async () => {
  await worker.start({ quiet: true });
});

describeHandlers(MSW_MAJOR, worker, location.origin);
