import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    name: "example: react-app",
    environment: "node",
    include: ["test/*.test.ts"],
    globalSetup: "test/support/browser.ts",
    testTimeout: 30_000,
    hookTimeout: 30_000,
  },
});
