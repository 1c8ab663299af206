import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ValidationIssue } from "../../validation/issue.ts";
import {
  validateSttAcquire,
  validateSttAgentHandle,
  validateSttAgentUpdate,
  validateSttJoin,
  validateSttList,
  validateSttStart,
  validateSttTaskHandle,
  validateSttTaskUpdate,
} from "../../testing/validate-requests.ts";

const versions = ["v5", "v6", "v7", "beta"] as const;

const validateUpdate = (version: (typeof versions)[number], fields: unknown, handle: object) =>
  version === "v7" ? validateSttAgentUpdate(handle, fields) : validateSttTaskUpdate({ ...handle, version }, fields);

/** Every validation of one value, in every place. */
function validateEverywhere(value: unknown): ValidationIssue[] {
  const handle = { tokenName: "t", taskId: "T", agentId: "A" };
  return [
    validateSttAcquire(value),
    validateSttStart(value),
    ...versions.map((version) => validateSttStart({ tokenName: "t", version, request: value })),
    validateSttTaskHandle(value),
    validateSttAgentHandle(value),
    validateSttAgentUpdate(value, value),
    validateSttTaskUpdate(value, value),
    ...versions.map((version) => validateUpdate(version, value, handle)),
    validateSttJoin(value),
    validateSttList(value),
  ].flat();
}

/** Names that mean something to the schemas, so that random objects get past the first level. */
const NAMES = [
  ..."tokenName version request taskId agentId name languages uidLanguagesConfig keywords rtcConfig".split(" "),
  ..."translateConfig captionConfig storage extensionParams subscribeAudioUids unSubscribeAudioUids target".split(" "),
  ..."source audio agoraRtcConfig config recognizeConfig output agoraRTCDataStream cloudStorage uid".split(" "),
  ..."pubBotUid subBotUid cryptionMode salt vendor fileNamePrefix state __proto__ constructor toString".split(" "),
  "length",
];
const hostile = fc.object({
  key: fc.constantFrom(...NAMES),
  maxDepth: 6,
  withBigInt: true,
  withDate: true,
  withMap: true,
  withNullPrototype: true,
  withSparseArray: true,
  withTypedArray: true,
  values: [fc.constantFrom("v5", "v6", "v7", "beta", "all", 7, 11, "1000"), fc.anything()],
});

describe("hostile input", () => {
  test("never throws", () => {
    fc.assert(
      fc.property(fc.oneof(hostile, fc.anything()), (value) => {
        for (const { path, message, received } of validateEverywhere(value)) {
          expect([typeof path, typeof message, typeof received]).toEqual(["string", "string", "string"]);
        }
      }),
    );
  });

  test("may be as deep as it likes", () => {
    let deep: object = {};
    for (let depth = 0; depth < 100_000; depth++) deep = { request: deep, rtcConfig: deep, config: deep };
    expect(validateEverywhere(deep).length).toBeGreaterThan(0);
  });

  test.each<[string, unknown]>([
    ["a prototype that breaks names", Object.create({ constructor: { name: Symbol("x") } })],
    ["symbols", { version: Symbol("x"), state: Symbol("y"), languages: Symbol("z") }],
    ["a revoked proxy", { rtcConfig: revoked() }],
    ["nothing but a revoked proxy", revoked()],
    ["a value that is no string", { rtcConfig: { cryptionMode: 7, secret: "s", salt: { toString: null } } }],
    ["itself", cyclic()],
  ])("may hold %s", (_what, value) => {
    expect(validateEverywhere(value).length).toBeGreaterThan(0);
  });
});

describe("secrets", () => {
  const secret = fc.oneof(
    fc.string({ minLength: 8, unit: fc.constantFrom(..."QWXYZ0123456789/+".split("")) }),
    fc.integer({ min: 100_000_000 }),
  );

  const request = (value: unknown) => ({
    languages: ["en-US"],
    rtcConfig: {
      channelName: "c",
      ...Object.fromEntries(
        ["pubBotToken", "subBotToken", "secret", "salt", "pubBotTokn", "pub_bot_token", "Secret", "salts"].map(
          (name) => [name, value],
        ),
      ),
      cryptionMode: 7,
    },
    captionConfig: {
      storage: Object.fromEntries(
        ["accessKey", "secretKey", "accesskey", "secret_key", "acessKey"].map((name) => [name, value]),
      ),
      extensionParams: { tag: value, Tag: value },
    },
    audio: { agoraRtcConfig: { token: value, Token: value } },
    config: {
      recognizeConfig: {
        output: {
          agoraRTCDataStream: { token: value, tokn: value },
          cloudStorage: [{ storageConfig: { accessKey: value, Secretkey: value } }],
        },
      },
    },
  });

  test("are in no issue", () => {
    fc.assert(
      fc.property(secret, fc.constantFrom(...versions), (value, version) => {
        const issues = [
          ...validateSttStart({ tokenName: value, version, request: request(value), tokenname: value }),
          ...validateSttJoin(request(value)),
          ...validateSttTaskHandle({ tokenName: { value }, taskId: "" }),
          ...validateUpdate(version, request(value), { tokenName: value }),
        ];
        expect(issues.length).toBeGreaterThan(8);
        expect(JSON.stringify(issues)).not.toContain(String(value));
      }),
    );
  });

  test("not even by their length", () => {
    const issues = validateSttJoin({ ...request("x".repeat(20)), name: "n" });
    expect(issues.length).toBeGreaterThan(5);
    expect(JSON.stringify(issues)).not.toContain("20");
  });
});

function revoked(): object {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  return proxy;
}

function cyclic(): object {
  const value: Record<string, unknown> = { version: "v6" };
  value.request = value;
  value.rtcConfig = value;
  value.config = value;
  return value;
}
