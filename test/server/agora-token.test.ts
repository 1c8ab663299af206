import { inflateSync } from "node:zlib";
import { RtcTokenBuilder } from "agora-token";
import { buildRtcToken, parseRtcToken } from "@agora-edge/core/server";
import { expect, test } from "vitest";

const digits = "0123456789abcdef";
const letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 !#$%&()+-:;<=.>?@[]^_{}|~,";

/** Drawn anew in every run: each says what it was about when it fails. */
const draw = (alphabet: string, length: number): string =>
  Array.from({ length }, () => alphabet.charAt(Math.floor(Math.random() * alphabet.length))).join("");
const integer = (max: number): number => Math.floor(Math.random() * (max + 1));

const contentOf = (token: string): string => inflateSync(Buffer.from(token.slice(3), "base64")).toString("hex");

test("1,000 random tokens are those of agora-token", async () => {
  const roles = { publisher: 1, subscriber: 2 } as const;
  let sameText = 0;
  for (let turn = 0; turn < 1000; turn++) {
    const given = {
      appId: draw(digits, 32),
      appCertificate: draw(digits, 32),
      channelName: draw(letters, 1 + integer(62)),
      uid: [0, integer(4_294_967_295), draw(letters, 1 + integer(30))][integer(2)] ?? 0,
      role: (["publisher", "subscriber"] as const)[integer(1)] ?? "publisher",
      expiresIn: 1 + integer(86_399),
      privileges: integer(86_400),
    };
    const { appId, appCertificate, channelName, uid, role, expiresIn, privileges } = given;
    const builder = typeof uid === "number" ? "buildTokenWithUid" : "buildTokenWithUserAccount";
    const theirs = RtcTokenBuilder[builder](
      appId,
      appCertificate,
      channelName,
      // Both builders take either: they differ in nothing but their name.
      uid,
      roles[role],
      expiresIn,
      privileges,
    );
    // Time and salt are drawn in there, so they are read from the token.
    const { issuedAt, salt } = await parseRtcToken(theirs);
    const ours = await buildRtcToken({ ...given, issuedAt, salt });
    expect({ given, content: contentOf(ours) }).toEqual({ given, content: contentOf(theirs) });
    if (ours === theirs) sameText += 1;
    expect(await parseRtcToken(theirs, { appCertificate })).toMatchObject({ isSigned: true, appId });
  }
  // The same zlib packs both, in Node.
  expect(sameText).toBe(1000);
}, 60_000);
