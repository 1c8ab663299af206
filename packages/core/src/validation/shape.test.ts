import { describe, expect, test } from "vitest";
import { isSecretPath, shapeOf } from "./shape.ts";

describe("shapeOf", () => {
  test.each([
    [undefined, "nothing"],
    [null, "null"],
    [3, "number 3"],
    [Number.NaN, "number NaN"],
    [true, "boolean"],
    ["hunter2", "string of 7 characters"],
    [["a", "b"], "array of 2"],
    [{ a: 1 }, "object"],
    [12n, "bigint"],
    [Symbol("x"), "symbol"],
    [() => 1, "function"],
  ])("says %s as %s", (value, shape) => {
    expect(shapeOf(value)).toBe(shape);
  });

  test.each([
    [123456, "number"],
    ["hunter2", "string"],
    [true, "boolean"],
    [undefined, "nothing"],
    [{ a: 1 }, "object"],
  ])("says of a secret only its type: %s", (value, shape) => {
    expect(shapeOf(value, true)).toBe(shape);
  });
});

describe("isSecretPath", () => {
  test.each([
    "accessKey",
    "secretKey",
    "stsToken",
    "token",
    "secret",
    "salt",
    "tag",
    "accesskey",
    "a.b.appCertificate",
  ])("is true for %s", (path) => {
    expect(isSecretPath(path)).toBe(true);
  });

  test.each(["uid", "clientRequest.recordingConfig.maxIdleTime", "tokens.count", "region"])(
    "is false for %s",
    (path) => {
      expect(isSecretPath(path)).toBe(false);
    },
  );
});
