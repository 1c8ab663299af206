import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ValidationIssue } from "../../validation/issue.ts";
import {
  validateAcquire,
  validateQuery,
  validateStart,
  validateStop,
  validateUpdate,
  validateUpdateLayout,
} from "../../testing/validate-requests.ts";

/** Every validation of one value, in every place. */
function validateEverywhere(value: unknown): ValidationIssue[] {
  const lease = { cname: "c", uid: "1", resourceId: "r", clientRequest: value };
  const handle = { ...lease, sid: "s", mode: "mix" };
  return [
    validateAcquire(value),
    validateAcquire({ ...lease, clientRequest: { startParameter: value } }),
    validateStart(value),
    ...["raw", "individual", "mix", "web", "hologram"].map((mode) => validateStart({ ...lease, mode })),
    validateQuery(value),
    validateUpdateLayout(value, { mixedVideoLayout: 1 }),
    validateUpdate(value, value),
    validateUpdate(handle, value),
    validateUpdateLayout(value, value),
    validateUpdateLayout(handle, value),
    validateStop(value, value),
    validateStop(handle, value),
  ].flat();
}

/** Names that mean something to the schemas, so that random objects get past the first level. */
const NAMES = [
  ..."cname uid resourceId sid mode scene clientRequest storageConfig recordingConfig recordingFileConfig".split(" "),
  ..."extensionServiceConfig extensionServices serviceName serviceParam outputs transcodingConfig layoutConfig".split(
    " ",
  ),
  ..."fileNamePrefix subscribeAudioUids unSubscribeAudioUids streamSubscribe audioUidList snapshotConfig".split(" "),
  ..."startParameter avFileType vendor decryptionMode salt mixedVideoLayout x_axis width streamTypes".split(" "),
  ..."__proto__ constructor toString length".split(" "),
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
  values: [fc.constantFrom("web", "mix", "web_recorder_service", "hls", "mp4", 3, 11), fc.anything()],
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
    for (let depth = 0; depth < 100_000; depth++)
      deep = { clientRequest: deep, startParameter: deep, storageConfig: deep };
    expect(validateEverywhere(deep).length).toBeGreaterThan(0);
  });

  test.each<[string, unknown]>([
    ["a prototype that breaks names", Object.create({ constructor: { name: Symbol("x") } })],
    ["a value that breaks names", { uid: Object.create({ constructor: { name: Symbol("x") } }) }],
    ["a symbol", { uid: Symbol("x"), mode: Symbol("y"), clientRequest: Symbol("z") }],
    ["a revoked proxy", { clientRequest: revoked() }],
    ["a value that is no string", { mode: "mix", clientRequest: { recordingConfig: { salt: { toString: null } } } }],
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
  const secretNames = ["accessKey", "secretKey", "stsToken", "accesskey", "secret_key", "stsTokn"];

  test("are in no issue", () => {
    fc.assert(
      fc.property(secret, fc.constantFrom("raw", "individual", "mix", "web", "hologram"), (value, mode) => {
        const issues = validateStart({
          cname: "c",
          uid: value,
          resourceId: "r",
          mode,
          clientRequest: {
            token: value,
            tokn: value,
            storageConfig: {
              vendor: 11,
              ...Object.fromEntries(secretNames.map((name) => [name, value])),
              bucket: 1,
              extensionParams: { tag: value, Tag: value },
            },
            recordingConfig: { decryptionMode: 7, secret: value, salt: value, Secret: value },
            extensionServiceConfig: {
              extensionServices: [
                { serviceName: "rtmp_publish_service", serviceParam: { outputs: [{ rtmpUrl: `${value}` }] } },
              ],
            },
          },
        });
        expect(issues.length).toBeGreaterThan(8);
        const text = JSON.stringify(issues.filter(({ path }) => path !== "uid"));
        expect(text).not.toContain(String(value));
      }),
    );
  });

  test("not even by their length", () => {
    const issues = validateStart({ clientRequest: { storageConfig: { accesskey: "x".repeat(20), secretKey: "" } } });
    const shapes = issues.filter(({ path }) => /key$/i.test(path)).map(({ received }) => received);
    expect(shapes.sort()).toEqual(["nothing", "string", "string"]);
    expect(JSON.stringify(issues)).not.toContain("20");
  });
});

function revoked(): object {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  return proxy;
}

function cyclic(): object {
  const value: Record<string, unknown> = { mode: "mix" };
  value.clientRequest = value;
  value.storageConfig = value;
  value.startParameter = value;
  return value;
}
