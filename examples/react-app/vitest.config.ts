import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    name: "example: react-app",
    environment: "node",
    include: ["test/**/*.test.{ts,tsx}"],
    testTimeout: 20_000,
    hookTimeout: 30_000,
  },
});
