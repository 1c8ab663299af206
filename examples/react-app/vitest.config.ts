import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    name: "example: react-app",
    environment: "node",
    include: ["test/*.test.ts"],
    globalSetup: "test/support/setup.ts",
    provide: { chromium: {} },
    // One Chromium, and one copy of everything that a stage is made of, for all files.
    isolate: false,
    // Those in Chromium, which wait for it and for the service most of the time.
    maxConcurrency: 6,
    // A limit for what hangs. Forty pages on two cores take their time.
    testTimeout: 240_000,
  },
});
