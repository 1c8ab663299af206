import { expect, test } from "vitest";
import { knownRoutes } from "./route-table.ts";
import { matchRoute } from "./routes.ts";

test.each(knownRoutes)("$operation is where the table says", ({ operation, method, path }) => {
  const url = new URL(`https://api.agora.io${path.replace(/\{\w+\}/g, "x")}`);
  expect(matchRoute(method, url).operation).toBe(operation);
});
