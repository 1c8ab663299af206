import { describe, expect, test } from "vitest";
import { buildAccessToken, buildRtcToken, createTokenProvider, parseRtcToken } from "../server.ts";

const appId = "0123456789abcdef0123456789abcdef";
const appCertificate = "fedcba9876543210fedcba9876543210";
const basics = { appId, appCertificate, expiresIn: 3600, issuedAt: 1_767_225_600, salt: 1 };
const rtc = { type: 1, channelName: "room-1", uid: 47_091, privileges: { 1: 3600 } } as const;
const rtm = { type: 2, userId: "alice", privileges: { 1: 3600 } } as const;

/** Half of an emoji: UTF-8 cannot hold it, so the token would be for somebody else. */
const half = "alice-\uD83D";

/** What the work failed with: the class, the kind and where. */
const failure = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => "no failure",
    (error: unknown) => error,
  );

const refusal = (path: string) => ({ name: "AgoraValidationError", kind: "invalid-request", issues: [{ path }] });

describe("buildAccessToken", () => {
  test.each([
    ["a service that is none", null, ""],
    ["a service in a text", "rtc", ""],
    ["no type", { ...rtc, type: undefined }, ".type"],
    ["a service whose layout is another", { type: 3, privileges: { 1: 0 } }, ".type"],
    ["a service that does not exist", { type: 65_537, privileges: { 1: 0 } }, ".type"],
    ["a type in a text", { ...rtc, type: "1" }, ".type"],
    ["a channel for nobody", { ...rtc, uid: undefined }, ".uid"],
    ["half a letter as user account", { ...rtc, uid: half }, ".uid"],
    ["half a letter as channel", { ...rtc, channelName: "room-\uDE00" }, ".channelName"],
    ["half a letter as user ID", { ...rtm, userId: half }, ".userId"],
    ["no user ID", { ...rtm, userId: "" }, ".userId"],
    ["a user ID that is too long", { ...rtm, userId: "ü".repeat(128) }, ".userId"],
    ["a channel and no privileges", { ...rtc, privileges: undefined }, ".privileges"],
    ["a channel and nothing that is allowed", { ...rtc, privileges: {} }, ".privileges"],
    ["a channel and a list", { ...rtc, privileges: [0, 3600] }, ".privileges"],
    ["a login and nothing that is allowed", { ...rtm, privileges: {} }, ".privileges"],
    ["nothing as privileges", { type: 10, privileges: null }, ".privileges"],
    ["a privilege with a name", { ...rtc, privileges: { join: 3600 } }, ".privileges.join"],
    ["the privilege 0", { ...rtc, privileges: { 0: 3600 } }, ".privileges.0"],
    ["a privilege that RTC does not have", { ...rtc, privileges: { 1: 0, 5: 0 } }, ".privileges.5"],
    ["a privilege that Signaling does not have", { ...rtm, privileges: { 2: 0 } }, ".privileges.2"],
    ["a broken privilege", { ...rtc, privileges: { "1.5": 0 } }, ".privileges.1.5"],
    ["a second spelling of a privilege", { ...rtc, privileges: { 1: 0, "01": 0 } }, ".privileges.01"],
    ["a privilege that would wrap", { type: 10, privileges: { 65_536: 0 } }, ".privileges.65536"],
    ["a privilege without a time", { ...rtc, privileges: { 1: undefined } }, ".privileges.1"],
    ["a privilege until a date", { ...rtc, privileges: { 1: new Date() } }, ".privileges.1"],
    ["a privilege of no number", { type: 10, privileges: { 1: Number.NaN } }, ".privileges.1"],
  ])("refuses %s", async (_, service, path) => {
    const building = buildAccessToken({ ...basics, services: [rtm, service as never] });
    expect(await failure(building)).toMatchObject(refusal(`services[1]${path}`));
  });

  test("refuses what are no options", async () => {
    expect(await failure(buildAccessToken(undefined as never))).toMatchObject(refusal("options"));
    const hole: never[] = Array.from({ length: 1 });
    expect(await failure(buildAccessToken({ ...basics, services: hole }))).toMatchObject(refusal("services[0]"));
    const list = { ...rtc, length: 1 } as never;
    expect(await failure(buildAccessToken({ ...basics, services: list }))).toMatchObject(refusal("services"));
  });

  test("lets speech-to-text have privileges or none", async () => {
    const services = [{ type: 10 }, { type: 10, privileges: {} }, { type: 10, privileges: { 65_535: 60 } }] as const;
    const parsed = await parseRtcToken(await buildAccessToken({ ...basics, services }));
    expect(parsed.services.map(({ privileges }) => privileges)).toEqual([{}, {}, { 65_535: 60 }]);
  });

  test("takes whole letters of any length", async () => {
    const token = await buildAccessToken({ ...basics, services: [{ ...rtm, userId: "zoë-😀" }] });
    expect((await parseRtcToken(token)).services).toMatchObject([{ userId: "zoë-😀" }]);
  });
});

describe("buildRtcToken", () => {
  test.each([
    ["no options", undefined, "options"],
    ["half a letter as uid", { uid: half }, "uid"],
    ["half a letter as channel", { channelName: half }, "channelName"],
    ["nothing as privileges", { privileges: null }, "privileges"],
    ["no privileges", { privileges: {} }, "privileges"],
    ["a privilege with a name", { privileges: { publishAudio: 60 } }, "privileges.publishAudio"],
    ["a privilege that is none", { privileges: { 1: 60, 9: 60 } }, "privileges.9"],
    ["a privilege before the issue", { privileges: { 1: -1 } }, "privileges.1"],
  ])("refuses %s, at its own path", async (_, wrong, path) => {
    const options = { ...basics, channelName: "room-1", uid: 47_091, role: "publisher", ...(wrong as object) };
    const building = buildRtcToken(wrong === undefined ? (wrong as never) : (options as never));
    expect(await failure(building)).toMatchObject(refusal(path));
  });

  test("is what a token provider relies on", async () => {
    const tokenFor = createTokenProvider({ appId, appCertificate });
    expect(await failure(tokenFor("room-1", half))).toMatchObject(refusal("uid"));
  });
});

test.each([
  ["no certificate", { appCertificate: undefined }, "appCertificate"],
  ["half a certificate", { appCertificate: appCertificate.slice(16) }, "appCertificate"],
  ["an App ID in another form", { appId: "my-app" }, "appId"],
  ["a life that is no number", { expiresIn: Number.NaN }, "expiresIn"],
  ["more than a day", { expiresIn: 86_401 }, "expiresIn"],
  ["a life in text", { expiresIn: "3600" }, "expiresIn"],
])("createTokenProvider refuses %s at once: a visitor cannot mend it", (_, wrong, path) => {
  const create = () => createTokenProvider({ appId, appCertificate, ...(wrong as object) });
  expect(create).toThrow(
    expect.objectContaining({ kind: "invalid-config", issues: [expect.objectContaining({ path })] }),
  );
});

test("parseRtcToken refuses what are no options", async () => {
  expect(await failure(parseRtcToken("007", null as never))).toMatchObject(refusal("options"));
});
