import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    name: "example: msw-tests",
    environment: "jsdom",
    include: ["src/**/*.test.tsx"],
    setupFiles: ["src/setup.ts"],
  },
});
