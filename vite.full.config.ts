import { defineConfig } from "vitest/config";
import { sources } from "./vite.config.ts";

/** What takes minutes: `npm run test:full`. Long fuzzing, soaks, searches through many states. */
export default defineConfig({
  resolve: { alias: sources },
  test: {
    name: "full",
    environment: "node",
    include: ["packages/*/src/**/*.full.test.ts", "test/**/*.full.test.ts"],
    testTimeout: 600_000,
  },
});
