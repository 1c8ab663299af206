import { afterEach, expect, test, vi } from "vitest";
import { addressOf } from "./address.ts";

afterEach(() => void vi.unstubAllGlobals());

const path = "/v1/apps/a/cloud_recording/acquire";

test.each([
  ["/api/agora", `http://any.example/api/agora${path}`],
  ["/api/agora/", `https://other.example:8080/api/agora${path}`],
  ["api/agora", `http://any.example/api/agora${path}`],
  ["./x", `http://any.example/x${path}`],
  ["/", `http://any.example${path}`],
  ["//host.example/x", `https://host.example/x${path}`],
  ["http://host.example:4010", `http://host.example:4010${path}`],
])("without a page, %s is found at %s", (baseUrl, url) => {
  const address = addressOf(baseUrl);
  expect(address.pathBehindProxy(new URL(url))).toBe(path);
  expect(url).toMatch(new RegExp(`^${address.source}${path}$`));
});

test.each([
  ["./x", `https://app.example/rooms/x${path}`],
  ["/", `https://app.example${path}`],
  ["//host.example/x", `https://host.example/x${path}`],
])("in a page, %s is found at %s and nowhere else", (baseUrl, url) => {
  vi.stubGlobal("location", { href: "https://app.example/rooms/1" });
  const address = addressOf(baseUrl);
  expect(address.pathBehindProxy(new URL(url))).toBe(path);
  expect(address.pathBehindProxy(new URL(`https://elsewhere.example${path}`))).toBeNull();
});

test("a proxy at the root leaves the rest of the app alone, and Agora itself", () => {
  const address = addressOf("/");
  expect("http://any.example/api/users").not.toMatch(new RegExp(`^${address.wholeSource}(?:/|$)`));
  expect(address.pathBehindProxy(new URL(`https://api.agora.io${path}`))).toBeNull();
});

test.each(["", "ftp://host.example", "javascript:alert(1)", "/api?x=1", "/api#x", "http://"])(
  "%j is refused",
  (baseUrl) => {
    expect(() => addressOf(baseUrl)).toThrow(RangeError);
  },
);
