import { expect, test } from "vitest";
import { knownRoutes } from "./route-table.ts";
import { matchRoute } from "./routes.ts";

test.each(knownRoutes)("$operation is where the table says", ({ operation, method, path }) => {
  const url = new URL(`https://api.agora.io${path.replace(/\{\w+\}/g, "x")}`);
  expect(matchRoute(method, url).operation).toBe(operation);
  for (const region of ["na", "eu", "ap", "cn"]) {
    expect(matchRoute(method, new URL(`/${region}${url.pathname}`, url)).operation).toBe(operation);
  }
  for (const prefix of ["/us", "/EU", "/eu/eu", "/eup"]) {
    expect(matchRoute(method, new URL(`${prefix}${url.pathname}`, url)).operation).toBeNull();
  }
});
