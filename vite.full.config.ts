import { defineConfig } from "vitest/config";
import { sources } from "./vite.config.ts";

const node = { environment: "node", testTimeout: 600_000, hookTimeout: 600_000 } as const;

/** What takes minutes: `npm run test:full`. Long fuzzing, soaks, searches through many states. */
export default defineConfig({
  test: {
    projects: [
      {
        resolve: { alias: sources },
        test: { ...node, name: "full", include: ["packages/*/src/**/*.full.test.ts"] },
      },
      // On what is built, like `test/runtimes` in the short run.
      { test: { ...node, name: "full, built", include: ["test/**/*.full.test.ts"] } },
    ],
  },
});
