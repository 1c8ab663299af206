import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    name: "example: own-ky",
    environment: "node",
    include: ["src/**/*.test.ts"],
  },
});
