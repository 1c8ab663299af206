import { inspect } from "node:util";
import { afterEach, expect, test, vi } from "vitest";
import { basicAuth } from "../auth/basic-auth.ts";
import { tokenAuth } from "../auth/token-auth.ts";
import { AgoraValidationError } from "../errors/validation-error.ts";
import { createAgoraClient } from "./agora-client.ts";
import type { AgoraClientOptions } from "../context/options.ts";

afterEach(() => vi.unstubAllGlobals());

const auth = basicAuth("id", "a-customer-secret");

function failure(options: unknown): unknown {
  try {
    return createAgoraClient(options as AgoraClientOptions);
  } catch (error) {
    return error;
  }
}

test.each([
  ["no App ID", { auth }, /appId is missing/],
  ["an empty App ID", { appId: " ", auth }, /appId is missing/],
  ["an App ID with a slash", { appId: "a/b", auth }, /appId cannot stand in a URL path/],
  ["an App ID that walks up", { appId: "..", auth }, /appId cannot stand in a URL path/],
  ["an App ID with a blank", { appId: "a b", auth }, /appId cannot stand in a URL path/],
  ["no Customer ID", { appId: "a", auth: basicAuth("", "secret") }, /needs a Customer ID/],
  ["no Customer Secret", { appId: "a", auth: basicAuth("id", undefined as never) }, /needs a Customer Secret/],
  ["a colon in the Customer ID", { appId: "a", auth: basicAuth("i:d", "secret") }, /colon/],
  ["the word for no Customer ID", { appId: "a", auth: basicAuth("undefined", "secret") }, /needs a Customer ID/],
  ["the word for no Customer Secret", { appId: "a", auth: basicAuth("id", "undefined") }, /needs a Customer Secret/],
  ["a Customer Secret of blanks", { appId: "a", auth: basicAuth("id", " \n") }, /needs a Customer Secret/],
  ["the word for no token", { appId: "a", auth: tokenAuth("undefined") }, /needs a token/],
  ["an empty token", { appId: "a", auth: tokenAuth("") }, /needs a token/],
  ["a token with the line feed of its file", { appId: "a", auth: tokenAuth("007secret\n") }, /in one line/],
  ["no options", undefined, /options are missing/],
  ["a header for auth", { appId: "a", auth: "Basic c2VjcmV0" }, /made by basicAuth/],
  ["no auth at all", { appId: "a", auth: null }, /made by basicAuth/],
  ["a base URL that does not parse", { appId: "a", auth, baseUrl: "https://[bad" }, /baseUrl must be/],
  ["a base URL with a password", { appId: "a", auth, baseUrl: "https://u:secret@x.example" }, /baseUrl must be/],
  ["a base URL with a query", { appId: "a", auth, baseUrl: "/api?x=1" }, /baseUrl must be/],
  ["neither auth nor baseUrl", { appId: "a" }, /auth is missing/],
  ["area and baseUrl", { appId: "a", auth, area: "EU", baseUrl: "https://x.example" }, /exclude each other/],
  ["an unknown area", { appId: "a", auth, area: "MARS" }, /area must be one of US, EU, AP, CN/],
  ["a base URL of another scheme", { appId: "a", auth, baseUrl: "ftp://x" }, /baseUrl must be/],
  ["a time-out of nothing", { appId: "a", auth, timeout: 0 }, /timeout must be a positive/],
  ["a rate limit of nothing", { appId: "a", auth, rateLimit: 0 }, /rateLimit must be a positive/],
])("%s fails at creation with one clear sentence", (_, options, sentence) => {
  const error = failure(options);
  expect(error).toBeInstanceOf(AgoraValidationError);
  expect(error).toMatchObject({ kind: "invalid-config" });
  expect((error as Error).message).toMatch(sentence);
  expect((error as Error).message).not.toContain("secret");
});

test("S09 a page may not hold the Customer Secret, unless told to", () => {
  vi.stubGlobal("window", {});
  vi.stubGlobal("document", {});
  expect(failure({ appId: "a", auth })).toMatchObject({ kind: "invalid-config" });
  expect(failure({ appId: "a", auth, dangerouslyAllowBrowser: true })).not.toBeInstanceOf(Error);
  expect(failure({ appId: "a", auth: tokenAuth("007") })).not.toBeInstanceOf(Error);
  expect(failure({ appId: "a", baseUrl: "/api/agora" })).not.toBeInstanceOf(Error);
});

test.each([
  ["a window without a document", { window: {} }],
  ["a worker of a page", { WorkerGlobalScope: Object }],
  ["a worklet", { WorkletGlobalScope: Object }],
])("%s may not hold the Customer Secret either", (_, globals) => {
  for (const [name, value] of Object.entries(globals)) vi.stubGlobal(name, value);
  expect(failure({ appId: "a", auth })).toMatchObject({ kind: "invalid-config", issues: [{ path: "auth" }] });
  expect(failure({ appId: "a", auth, dangerouslyAllowBrowser: true })).not.toBeInstanceOf(Error);
});

test.each(["Deno", "Bun", "EdgeRuntime", "WebSocketPair"])(
  "a server with %s is not taken for a browser, whatever other globals it has",
  (name) => {
    vi.stubGlobal("WorkerGlobalScope", Object);
    vi.stubGlobal("window", {});
    vi.stubGlobal(name, {});
    expect(failure({ appId: "a", auth })).not.toBeInstanceOf(Error);
  },
);

test("making a client draws no random number, reads no clock, sets no timer and sends nothing", () => {
  const forbidden = () => {
    throw new Error("not at creation");
  };
  vi.stubGlobal("fetch", forbidden);
  vi.stubGlobal("setTimeout", forbidden);
  vi.spyOn(Date, "now").mockImplementation(forbidden);
  vi.spyOn(Math, "random").mockImplementation(forbidden);
  try {
    expect(createAgoraClient({ appId: "a", auth, area: "US" }).appId).toBe("a");
  } finally {
    vi.restoreAllMocks();
  }
});

test("credentials do not show when they are printed", () => {
  const printed = JSON.stringify(auth) + inspect(auth, { showHidden: true });
  expect(printed).not.toContain("a-customer-secret");
});
