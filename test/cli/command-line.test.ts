import { parseRtcToken } from "@agora-edge/core/server";
import { describe, expect, test } from "vitest";
import { wantsColors } from "../../packages/cli/src/print/style.ts";
import { certificate, createWorld } from "./world.ts";

const world = createWorld({ env: { AGORA_APP_CERTIFICATE: certificate } });
const { call, fake } = world;

describe("agora-edge token", () => {
  test("makes a token that the certificate has signed, and reads it again", async () => {
    const { out, exit } = await call(["token", "room-1", "--uid", "7", "--role", "publisher", "--expires", "2h"]);
    const token = out.trim();
    const parsed = await parseRtcToken(token, { appCertificate: certificate });
    expect(parsed).toMatchObject({ appId: fake.appId, isSigned: true, expiresIn: 7200 });
    expect(parsed.services).toMatchObject([{ channelName: "room-1", uid: "7" }]);
    expect(exit).toBe(0);

    const read = await call(["--json", "token", "--read"], { stdin: `${token}\n` });
    expect([read.exit, read.json()]).toMatchObject([
      0,
      { channel: "room-1", uid: "7", isSigned: true, isExpired: false },
    ]);
    expect(read.out).not.toContain(token);
    const other = await call(["token", "--read"], {
      stdin: token,
      env: { ...world.env, AGORA_APP_CERTIFICATE: "0".repeat(32) },
    });
    expect([other.exit, other.out]).toEqual([1, expect.stringMatching(/Signed by the certificate +no/)]);
  });

  test("refuses what is no token, and what no token can have", async () => {
    expect((await call(["token", "--read"], { stdin: "006abc" })).exit).toBe(2);
    const ofEnvironment = { ...world.env, AGORA_RTC_TOKEN: "006abc" };
    expect((await call(["token", "--read"], { env: ofEnvironment })).exit).toBe(3);
    for (const uid of ["-5", "99999999999", "4294967296", "007", "1.5", ""]) {
      const { exit, err } = await call(["token", "room-1", "--uid", uid]);
      expect([exit, err]).toEqual([2, expect.stringContaining("or a user account")]);
    }
    const { out } = await call(["token", "room-1", "--uid", "user-7"]);
    expect((await parseRtcToken(out.trim())).services).toMatchObject([{ uid: "user-7" }]);
    const long = await call(["token", "room-1", "--expires", "100000h"]);
    expect([long.exit, long.err]).toEqual([2, expect.stringContaining("--expires")]);
    const nameless = await call(["token", ""]);
    expect([nameless.exit, nameless.err]).toEqual([2, expect.stringContaining("channel")]);
    const endless = await call(["token", "c".repeat(65)]);
    expect([endless.exit, endless.err]).toEqual([2, expect.stringContaining("The channel")]);
    expect((await call(["token"])).exit).toBe(2);
    expect((await call(["token", "room-1", "--expires", "soon"])).exit).toBe(2);
    const none = await call(["token", "room-1"], { env: {} });
    expect([none.exit, none.err]).toEqual([3, expect.stringContaining("AGORA_APP_ID")]);
  });
});

describe("the command line", () => {
  test("shows what there is, and documents its exit codes", async () => {
    const { out, exit } = await call(["--help"]);
    expect(exit).toBe(0);
    for (const name of [
      "explain",
      "doctor",
      "token",
      "record",
      "transcribe",
      "watch",
      "stop",
      "files",
      "play",
      "complete",
    ]) {
      expect(out).toMatch(new RegExp(`^ {2}${name}\\b`, "m"));
    }
    expect(out).toContain("4 doctor found a problem");
    expect((await call(["--version"])).out).toBe("0.0.0\n");
  });

  test("takes no secrets from arguments, and does not repeat them", async () => {
    const { err, exit } = await call(["doctor", "--customer-secret=hunter2secret"]);
    expect(exit).toBe(2);
    expect(err).toContain("unknown option '--customer-secret'");
    expect(err).toContain("secrets come from the environment");
    expect(err).not.toContain("hunter2");
  });

  test.each([
    ["explain", "433", "--on", "hunter2secret"],
    ["token", "room-1", "--role", "hunter2secret"],
    ["token", "room-1", "--expires", "hunter2secret"],
    ["record", "room-1", "--uid", "hunter2secret"],
    ["record", "-shunter2secret"],
    ["doctor", "hunter2secret"],
    ["hunter2secret"],
  ])("does not repeat a secret of the settings in a usage error: %s %s %s %s", async (...args) => {
    const env = { ...world.env, AGORA_CUSTOMER_SECRET: "hunter2secret" };
    const readFile = async () => "AGORA_CUSTOMER_SECRET=hunter2secret";
    for (const options of [[], ["--json"]]) {
      const told = await call([...options, ...args], { env });
      const fromFile = await call([...options, "--settings", "its-file", ...args], { env: {}, readFile });
      for (const { exit, out, err } of [told, fromFile]) {
        expect([exit, out + err]).toEqual([2, expect.stringContaining("***")]);
        expect(out + err).not.toContain("hunter2");
      }
    }
  });

  test("says usage errors as JSON with --json, and nothing else", async () => {
    for (const args of [["doctor", "--bogus"], ["bogus"], [], ["record"], ["token"], ["complete", "bogus"]]) {
      const { exit, err, json } = await call(["--json", ...args]);
      expect([exit, err, json()]).toEqual([2, "", { error: { kind: "usage", message: expect.any(String) } }]);
      const told = await call(args);
      expect([told.exit, told.out]).toEqual([2, ""]);
      expect(told.err).toContain("agora-edge");
    }
    expect((await call(["--json", "doctor", "--bogus"])).json()).toEqual({
      error: { kind: "usage", message: "unknown option '--bogus'" },
    });
  });

  test("prints JSON also where a secret is a word of JSON", async () => {
    const { json } = await call(["--json", "doctor"], {
      env: { ...world.env, AGORA_NOTIFICATION_SECRET: "true,null,status" },
    });
    expect(json()).toMatchObject({
      findings: expect.arrayContaining([expect.objectContaining({ check: "settings" })]),
    });
  });

  test("reads settings from a file, under those of the environment", async () => {
    const file = `AGORA_APP_ID=${fake.appId}\nAGORA_APP_CERTIFICATE="${certificate}"\n`;
    const readFile = async (path: string) => (path === ".env" ? file : Promise.reject(new Error(path)));
    const { out } = await call(["--settings", ".env", "token", "room-1"], { env: {}, readFile });
    expect((await parseRtcToken(out.trim(), { appCertificate: certificate })).isSigned).toBe(true);
    const missing = await call(["--settings", "nowhere", "token", "room-1"]);
    expect([missing.exit, missing.err]).toEqual([3, expect.stringContaining("nowhere")]);
  });

  test("hides a secret wherever it would be printed", async () => {
    const leaky = async () => Promise.reject(new Error(`refused: ${fake.customerSecret}`));
    const { out, err } = await call(["doctor"], { fetch: leaky });
    expect(out).toContain("refused: ***");
    expect(out + err).not.toContain(fake.customerSecret);
  });

  test("says what nobody has thought of as a defect, and that it was interrupted", async () => {
    const env = { ...world.env, AGORA_NOTIFICATION_SECRET: "first-secret,second-secret" };
    const readFile = () => Promise.reject(new Error("no disk"));
    const state = {
      list: () => Promise.reject(new Error("disk of second-secret")),
      read: async () => undefined,
      write: async () => {},
      remove: async () => {},
    };
    const broken = await call(["--json", "stop"], { env, readFile, state });
    expect([broken.exit, broken.json()]).toEqual([1, { error: { kind: "unexpected", message: "disk of ***" } }]);
    expect((await call(["stop"], { env, state })).err).toContain("That is a defect of this program.");
    const interrupted = await call(["stop"], { signal: AbortSignal.abort(), state });
    expect([interrupted.exit, interrupted.err]).toEqual([130, "Ended by Ctrl+C.\n"]);
  });

  test("colors words for terminals only, and not against NO_COLOR", async () => {
    expect((await call(["explain", "433"], { hasColors: true })).out).toContain("\u001B[1m");
    for (const args of [
      ["--no-color", "explain", "433"],
      ["--json", "explain", "433"],
    ]) {
      expect((await call(args, { hasColors: true })).out).not.toContain("\u001B");
    }
    expect(wantsColors({}, true)).toBe(true);
    expect(wantsColors({ NO_COLOR: "1", FORCE_COLOR: "1" }, true)).toBe(false);
    expect(wantsColors({ FORCE_COLOR: "1" }, false)).toBe(true);
    expect(wantsColors({}, false)).toBe(false);
    expect(wantsColors({ TERM: "dumb" }, true)).toBe(false);
  });
});
