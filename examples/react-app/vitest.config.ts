import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    name: "example: react-app",
    environment: "node",
    include: ["test/*.test.ts"],
    globalSetup: "test/support/setup.ts",
    // Those in Chromium, which wait for it and for the service most of the time.
    maxConcurrency: 4,
    testTimeout: 30_000,
  },
});
