import { describe, expect, expectTypeOf, test } from "vitest";
import { isAgoraError, type AcquireRequest } from "../index.ts";
import * as schemas from "../schemas.ts";
import { stubService } from "../testing/service.ts";

const { recordingAcquire, recordingStart, withOptions } = schemas;
const lease = { cname: "room-1", uid: "900001", resourceId: "r" };
const wrong = {
  ...lease,
  uid: "0",
  mode: "mix",
  clientRequest: { recordingConfig: { subscribeAudioUids: ["1", 2] }, storageConfig: { vendor: 1 } },
};

describe("a request as a Standard Schema", () => {
  test("gives the value itself where it is right", () => {
    const request: AcquireRequest = { cname: "room-1", uid: "900001" };
    const result = recordingAcquire["~standard"].validate(request);
    expect(result).toEqual({ value: request });
    if (!result.issues) expectTypeOf(result.value).toEqualTypeOf<AcquireRequest>();
  });

  test("has the messages of the client, with the steps to each problem", async () => {
    const { issues = [] } = recordingStart["~standard"].validate(wrong);
    expect(issues).toContainEqual({
      path: ["clientRequest", "recordingConfig", "subscribeAudioUids", 1],
      message: "must be a string that is not empty",
    });
    const { recording } = stubService([]);
    const error: unknown = await recording.start(wrong as never).catch((reason: unknown) => reason);
    const told = isAgoraError(error) && "issues" in error ? error.issues : [];
    const written = (path: readonly PropertyKey[]) =>
      path
        .map((key) => (typeof key === "number" ? `[${key}]` : `.${String(key)}`))
        .join("")
        .slice(1);
    expect(issues.map(({ path, message }) => ({ path: written(path), message }))).toEqual(
      (told as { path: string; message: string }[]).map(({ path, message }) => ({ path, message })),
    );
  });

  test("takes what the client only warns of, and refuses it where it is told to", () => {
    const warned = { ...lease, uid: "007", mode: "mix", clientRequest: {} };
    const proxied = { isProxied: true };
    expect(withOptions(recordingStart, proxied)["~standard"].validate(warned)).toEqual({ value: warned });
    expect(withOptions(recordingStart, { ...proxied, strict: true })["~standard"].validate(warned)).toMatchObject({
      issues: [{ path: ["uid"] }],
    });
  });

  test("asks for the storage, but of a page whose proxy adds it", () => {
    const page = { ...lease, mode: "mix", clientRequest: {} };
    expect(recordingStart["~standard"].validate(page)).toMatchObject({
      issues: [{ path: ["clientRequest", "storageConfig"], message: "is required" }],
    });
    expect(() => withOptions({ "~standard": recordingStart["~standard"] }, {})).toThrow(TypeError);
  });

  test("is there for every request, and never throws", () => {
    const all = Object.entries(schemas).filter(([name]) => name !== "withOptions");
    expect(all.length).toBeGreaterThan(18);
    for (const [, schema] of all) {
      if (typeof schema === "function") continue;
      const { validate, version, vendor } = schema["~standard"];
      expect([version, vendor]).toEqual([1, "agora-edge"]);
      for (const value of [undefined, null, 7, "text", []]) expect(validate(value)).toMatchObject({ issues: [{}] });
    }
  });
});
