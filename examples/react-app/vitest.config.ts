import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    name: "example: react-app",
    environment: "node",
    include: ["test/*.test.ts"],
    globalSetup: "test/support/setup.ts",
    // They wait for browsers and services most of the time; each has a stage of its own.
    sequence: { concurrent: true },
    maxConcurrency: 4,
    testTimeout: 30_000,
  },
});
