import { inflateSync } from "node:zlib";
import fc from "fast-check";
import { afterEach, describe, expect, test, vi } from "vitest";
import { isAgoraError } from "../errors/agora-error.ts";
import {
  buildAccessToken,
  buildRtcToken,
  createTokenProvider,
  parseRtcToken,
  type AccessTokenService,
} from "../server.ts";
import { negative, positive, servicesOf } from "./testing/vectors.ts";

const appId = "0123456789abcdef0123456789abcdef";
const appCertificate = "fedcba9876543210fedcba9876543210";
const basics = { appId, appCertificate, expiresIn: 3600, issuedAt: 1_767_225_600, salt: 1 };
const rtc = { ...basics, channelName: "captions-demo", uid: 47_091, role: "publisher" } as const;

afterEach(() => void vi.useRealTimers());

/** What a token says, however its encoder packed it. */
const contentOf = (token: string): string => inflateSync(Buffer.from(token.slice(3), "base64")).toString("hex");

describe("the documented vectors", () => {
  test("are all here", () => expect([positive.length, negative.length]).toEqual([16, 10]));

  test.each(positive)("$name is built, byte for byte, and read again", async (vector) => {
    const { services, expiresIn } = servicesOf(vector);
    const { appId: id, appCertificate: certificate, issueTs: issuedAt, salt } = vector;
    const token = await buildAccessToken({
      appId: id,
      appCertificate: certificate,
      issuedAt,
      salt,
      expiresIn,
      services,
    });
    expect(contentOf(token)).toBe(`2000${vector.hex.signature}${vector.hex.signingInfo}`);
    expect([vector.token, vector.tokenWithStockZlib]).toContain(token);
    for (const known of [vector.token, vector.tokenWithStockZlib ?? vector.token]) {
      const parsed = await parseRtcToken(known, { appCertificate: certificate });
      const { expire, issueTs, ...decoded } = vector.decoded;
      expect(parsed).toEqual({
        ...decoded,
        issuedAt: issueTs,
        expiresIn: expire,
        expiresAt: (issueTs + expire) * 1000,
        signature: vector.hex.signature,
        isSigned: true,
      });
    }
  });

  const refused = negative.flatMap((vector) => ("input" in vector ? [vector] : []));
  test.each(refused)("$name is refused", async ({ input }) => {
    const services: AccessTokenService[] = [{ type: 10 }];
    const building = buildAccessToken({ ...basics, services, ...input });
    await expect(building).rejects.toMatchObject({ name: "AgoraValidationError", kind: "invalid-request" });
    await expect(building).rejects.toThrow(/appId|appCertificate|services/);
  });

  const unreadable = negative.flatMap((vector) =>
    vector.expect.startsWith("refused") && vector.token ? [vector] : [],
  );
  test.each(unreadable)("$name cannot be read", async ({ token }) => {
    await expect(parseRtcToken(String(token))).rejects.toMatchObject({ kind: "invalid-request" });
  });

  test.each([
    ["verify-wrong-certificate", { isSigned: false }, { uid: "47091" }],
    ["verify-tampered-uid", { isSigned: false }, { uid: "47092" }],
    ["verify-expire-raised", { isSigned: false, expiresIn: 86_400 }, { uid: "47091" }],
    ["parse-unknown-service-999", { isSigned: true }, { uid: "47091" }],
  ])("%s is read, and the certificate tells", async (name, facts, service) => {
    const vector = negative.find((each) => each.name === name);
    const { services, ...parsed } = await parseRtcToken(vector?.token ?? "", {
      appCertificate: vector?.appCertificate ?? "",
    });
    expect(parsed).toMatchObject(facts);
    expect(services).toEqual([expect.objectContaining(service)]);
  });
});

describe("buildRtcToken", () => {
  test("makes the documented token of a publisher, whose privileges end with it", async () => {
    const vector = positive.find(({ name }) => name === "rtc-int-uid-publisher");
    expect(contentOf(await buildRtcToken(rtc))).toBe(contentOf(vector?.token ?? ""));
  });

  test.each([
    ["a number", { uid: 88_222, role: "subscriber" }, "88222", { 1: 3600 }],
    ["a user account", { uid: "zoë-字幕", role: "subscriber" }, "zoë-字幕", { 1: 3600 }],
    ["the number 0, which is any user", { uid: 0, role: "subscriber" }, "", { 1: 3600 }],
    ["the text 0, which is one account", { uid: "0", role: "subscriber" }, "0", { 1: 3600 }],
    ["a pattern", { uid: "1*2", role: "subscriber" }, "1*2", { 1: 3600 }],
    ["privileges without an end", { privileges: 0 }, "47091", { 1: 0, 2: 0, 3: 0, 4: 0 }],
    ["privileges of one's own", { privileges: { 4: 60, 1: 120 } }, "47091", { 1: 120, 4: 60 }],
  ] as const)("takes %s", async (_, options, uid, privileges) => {
    const { services } = await parseRtcToken(await buildRtcToken({ ...rtc, ...options }));
    expect(services).toEqual([{ type: 1, channelName: "captions-demo", uid, privileges }]);
  });

  test("lets a token into any channel only when told so", async () => {
    const { services } = await parseRtcToken(await buildRtcToken({ ...rtc, channelName: "*" }));
    expect(services[0]).toMatchObject({ channelName: "*" });
    await expect(buildRtcToken({ ...rtc, channelName: "" })).rejects.toThrow(
      "channelName must have 1 to 63 characters",
    );
  });

  test.each([
    ["no App ID", { appId: "short" }, "appId"],
    ["a certificate that is none", { appCertificate: "secret-that-must-not-show" }, "appCertificate"],
    ["an empty uid", { uid: "" }, "uid"],
    ["a uid that is too large", { uid: 4_294_967_296 }, "uid"],
    ["a broken uid", { uid: 1.5 }, "uid"],
    ["a channel that is too long", { channelName: "x".repeat(64) }, "channelName"],
    ["a channel with other letters", { channelName: "raum-ü" }, "channelName"],
    ["another role", { role: "host" }, "role"],
    ["a life of nothing", { expiresIn: 0 }, "expiresIn"],
    ["more than 24 hours", { expiresIn: 86_401 }, "expiresIn"],
    ["no life", { expiresIn: undefined }, "expiresIn"],
    ["milliseconds", { issuedAt: 1_767_225_600_000 }, "issuedAt"],
    ["a salt that is too large", { salt: 2 ** 32 }, "salt"],
    ["privileges before the issue", { privileges: -1 }, "privileges"],
  ])("refuses %s", async (_, wrong, path) => {
    const error: unknown = await buildRtcToken({ ...rtc, ...(wrong as object) }).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ kind: "invalid-request", issues: [{ path }] });
    expect(String(error)).not.toContain("secret-that-must-not-show");
  });

  test("takes the time of now, cut to seconds, and another salt every time", async () => {
    vi.useFakeTimers({ now: 1_767_225_600_999 });
    const { salt: _, issuedAt: __, ...options } = rtc;
    const tokens = await Promise.all([1, 2, 3].map(() => buildRtcToken(options)));
    const parsed = await Promise.all(tokens.map((token) => parseRtcToken(token, { appCertificate })));
    expect(parsed.map(({ issuedAt, isSigned }) => [issuedAt, isSigned])).toEqual(
      [1, 2, 3].map(() => [1_767_225_600, true]),
    );
    expect(new Set(parsed.map(({ salt }) => salt)).size).toBe(3);
    for (const { salt } of parsed) expect(salt >= 1 && salt <= 99_999_999).toBe(true);
  });

  test("is read back as it was built, whatever it holds", async () => {
    const channel = fc.stringMatching(/^[\w !#$%&()+\-:;<=.>?@[\]^{}|~,]{1,63}$/);
    const uid = fc.oneof(fc.nat(4_294_967_295), fc.string({ unit: "grapheme", minLength: 1, maxLength: 20 }));
    const number = fc.nat(86_400);
    const property = fc.asyncProperty(channel, uid, number, number, async (channelName, user, life, privileges) => {
      const expiresIn = life + 1 > 86_400 ? 86_400 : life + 1;
      const token = await buildRtcToken({ ...rtc, channelName, uid: user, expiresIn, privileges });
      const { services, ...facts } = await parseRtcToken(token, { appCertificate });
      expect(facts).toMatchObject({ appId, expiresIn, isSigned: true });
      expect(services[0]).toMatchObject({
        channelName,
        uid: user === 0 ? "" : String(user),
        privileges: { 1: privileges },
      });
    });
    await fc.assert(property, { numRuns: 200 });
  });
});

describe("parseRtcToken", () => {
  test("says nothing of the signature without a certificate", async () => {
    expect((await parseRtcToken(await buildRtcToken(rtc))).isSigned).toBeUndefined();
  });

  test("fails with one kind, whatever it is given", async () => {
    const { token } = positive[0] ?? { token: "" };
    const cut = fc.nat(token.length - 1).map((length) => token.slice(0, length));
    const changed = fc
      .tuple(fc.integer({ min: 3, max: token.length - 1 }), fc.string({ minLength: 1, maxLength: 1 }))
      .map(([at, letter]) => token.slice(0, at) + letter + token.slice(at + 1));
    const property = fc.asyncProperty(fc.oneof(fc.string(), cut, changed), async (text) => {
      // Another spelling of the same zlib bits may still be the same token.
      const outcome: unknown = await parseRtcToken(text, { appCertificate }).then(
        () => "read",
        (error: unknown) => (isAgoraError(error) ? error.kind : error),
      );
      expect(["read", "invalid-request"]).toContain(outcome);
    });
    await fc.assert(property, { numRuns: 300 });
    await expect(parseRtcToken(7 as never)).rejects.toMatchObject({ kind: "invalid-request" });
  });

  test("does not unpack more than a token holds", async () => {
    const bomb = new Response(new Uint8Array(4_000_000)).body?.pipeThrough(new CompressionStream("deflate"));
    const packed = Buffer.from(await new Response(bomb).arrayBuffer()).toString("base64");
    expect(packed.length).toBeLessThan(8000);
    await expect(parseRtcToken(`007${packed}`)).rejects.toMatchObject({ kind: "invalid-request" });
  });
});

describe("createTokenProvider", () => {
  test("makes a fresh token for every start, as long as there are any", async () => {
    vi.useFakeTimers({ now: 1_767_225_600_000 });
    const tokenFor = createTokenProvider({ appId, appCertificate });
    const recorder = await parseRtcToken(await tokenFor("room-1", "900001"));
    expect(recorder).toMatchObject({ issuedAt: 1_767_225_600, expiresIn: 86_400 });
    expect(recorder.services).toEqual([{ type: 1, channelName: "room-1", uid: "900001", privileges: { 1: 86_400 } }]);
    vi.setSystemTime(1_767_229_200_000);
    const bot = await parseRtcToken(await tokenFor("room-1", "900002", "publisher"));
    expect(bot.issuedAt).toBe(1_767_229_200);
    expect(bot.services[0]?.privileges).toEqual({ 1: 86_400, 2: 86_400, 3: 86_400, 4: 86_400 });
  });
});
