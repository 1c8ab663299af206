import { afterEach, describe, expect, test, vi } from "vitest";
import { resource, startRequest, storageConfig } from "../testing/service.ts";
import { collect } from "../testing/warned.ts";
import { untyped } from "../testing/untyped.ts";

describe("strict", () => {
  test("refuses what would be warned of", async () => {
    const { recording, warnings, requests } = collect({ strict: true });
    const clientRequest = { storageConfig, transcodingConfig: { width: 1280 } };
    await expect(recording.start(untyped({ ...resource, mode: "mix", clientRequest }))).rejects.toMatchObject({
      kind: "invalid-request",
      issues: [
        {
          path: "clientRequest.transcodingConfig",
          message: "is no field of this object: it belongs in clientRequest.recordingConfig.transcodingConfig",
          received: "object",
        },
      ],
    });
    expect({ warnings, requests }).toEqual({ warnings: [], requests: [] });
  });

  test("lets pass what allowFields names", async () => {
    const { recording, bodies } = collect({ strict: true, allowFields: ["transcodingConfig"] });
    const clientRequest = { storageConfig, transcodingConfig: {} };
    await recording.start(untyped({ ...resource, mode: "mix", clientRequest }));
    expect(bodies).toHaveLength(1);
  });
});

describe("who hears of it", () => {
  const mistaken = (name: string) =>
    ({ ...startRequest, clientRequest: { ...startRequest.clientRequest, recordingConfig: { [name]: 360 } } }) as never;
  const spy = () => vi.spyOn(console, "warn").mockImplementation(() => {});

  afterEach(() => {
    vi.unstubAllGlobals();
    vi.restoreAllMocks();
  });

  test("the console of a server, once for each mistake, whatever client makes it", async () => {
    const warn = spy();
    for (const name of ["width", "width", "height"]) {
      await collect({ onWarning: undefined }).recording.start(mistaken(name));
    }
    const line = (name: string) =>
      `@agora-edge recording.start: clientRequest.recordingConfig.${name} is no field of this object: ` +
      `it belongs in clientRequest.recordingConfig.transcodingConfig.${name}, got number 360.`;
    expect(warn.mock.calls).toEqual([[line("width")], [line("height")]]);
  });

  // A field for each, because the same mistake is told only once.
  test.each([
    ["localhost", "alpha", 1],
    ["app.localhost", "render_mode", 1],
    ["127.0.0.1", "x_axis", 1],
    ["[::1]", "y_axis", 1],
    ["", "image_url", 1],
    ["app.example", "backgroundColor", 0],
    ["localhost.example", "backgroundImage", 0],
  ])("of a page at %j, for %s: %d lines", async (hostname, name, times) => {
    const warn = spy();
    vi.stubGlobal("window", {});
    vi.stubGlobal("document", {});
    vi.stubGlobal("location", { hostname, href: `https://${hostname || "local"}/` });
    const { recording } = collect({ onWarning: undefined, dangerouslyAllowBrowser: true });
    await recording.start(mistaken(name));
    expect(warn).toHaveBeenCalledTimes(times);
  });

  test("the app alone where it asks; what it throws costs nothing", async () => {
    const warn = spy();
    const error = vi.spyOn(console, "error").mockImplementation(() => {});
    const { recording, bodies } = collect({
      onWarning: () => {
        throw new Error("the app's own");
      },
    });
    await recording.start(mistaken("bitrate"));
    expect(bodies).toHaveLength(1);
    expect(warn).not.toHaveBeenCalled();
    expect(error).toHaveBeenCalledOnce();
  });

  test("a request that is refused is warned of as well", async () => {
    const { recording, warnings } = collect();
    const clientRequest = { storage: storageConfig };
    await expect(recording.start(untyped({ ...resource, mode: "mix", clientRequest }))).rejects.toMatchObject({
      issues: [{ path: "clientRequest.storageConfig", message: "is required" }],
    });
    await expect(recording.acquire({ channelName: "c", uid: "1" } as never)).rejects.toMatchObject({
      issues: [{ path: "cname", message: "is required" }],
    });
    expect(warnings).toMatchObject([
      { path: "clientRequest.storage", belongsIn: "clientRequest.storageConfig" },
      { path: "channelName", belongsIn: "cname" },
    ]);
  });

  test("no value of a request", async () => {
    const { recording, warnings } = collect();
    const clientRequest = {
      storageConfig: { ...storageConfig, endpoint: "canary" },
      secretKey: "canary",
      salt: "canary",
    };
    await recording.start({ ...resource, mode: "mix", clientRequest, token: "canary" } as never);
    expect(warnings.map(({ path, received }) => `${path}: ${received}`)).toEqual([
      "clientRequest.storageConfig.endpoint: string of 6 characters",
      "clientRequest.secretKey: string",
      "clientRequest.salt: string",
      "token: string",
    ]);
    expect(JSON.stringify(warnings)).not.toContain("canary");
  });
});
