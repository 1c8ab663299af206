import { AmazonS3Region, StorageVendor } from "@agora-edge/core";
import { checkStorage, type CheckStorageOptions, type S3StorageConfig } from "@agora-edge/core/files";
import { createFakeAgora } from "@agora-edge/msw/fake";
import { describe, expect, test } from "vitest";
import { createS3Server, storageOf, type S3ServerOptions } from "../../examples/react-app/stage/fake/s3-server.ts";

const { clock } = createFakeAgora();

async function check(
  server: S3ServerOptions,
  storage: Partial<S3StorageConfig> = {},
  options: CheckStorageOptions = {},
) {
  const s3 = createS3Server({ now: () => clock.now(), ...server });
  const config = { ...storageOf(s3), fileNamePrefix: ["calls"], ...storage };
  const result = await checkStorage(config, { region: s3.region, fetch: s3.fetch, clock, ...options });
  return { s3, result };
}

describe("checkStorage", () => {
  test("puts a small object where recordings go, reads it and deletes it", async () => {
    const { s3, result } = await check({});
    expect(result).toEqual({ ok: true, canRead: true, canDelete: true, leftBehind: undefined });
    expect(s3.requests.map((request) => request.replace(/check-.*/, "check"))).toEqual([
      "PUT calls/agora-edge-check",
      "GET calls/agora-edge-check",
      "DELETE calls/agora-edge-check",
    ]);
    expect(s3.keysInBucket()).toEqual([]);
  });

  test("is content with keys that can only write, and says what it leaves behind", async () => {
    const { s3, result } = await check({ allow: ["put"] });
    expect(result).toEqual({ ok: true, canRead: false, canDelete: false, leftBehind: s3.keysInBucket()[0] });
  });

  test.each<[string, S3ServerOptions, Partial<S3StorageConfig>, CheckStorageOptions, RegExp]>([
    ["access-denied", { allow: ["get", "list"] }, {}, {}, /policy/],
    ["wrong-secret", {}, { secretKey: "guessed" }, {}, /storageConfig\.secretKey/],
    ["unknown-key", {}, { accessKey: "AKIANOBODY" }, {}, /storageConfig\.accessKey/],
    ["no-bucket", {}, { bucket: "nowhere" }, {}, /storageConfig\.bucket/],
    ["wrong-region", {}, {}, { region: "us-east-1" }, /eu-central-1, not in us-east-1/],
    ["clock-skew", { now: () => clock.now() + 3_600_000 }, {}, {}, /clock/],
    ["unreachable", {}, {}, { fetch: () => Promise.reject(new TypeError("ENOTFOUND")) }, /endpoint or region/],
  ])("names what is wrong: %s", async (kind, server, storage, options, message) => {
    const { result } = await check(server, storage, options);
    expect(result).toMatchObject({ ok: false, error: { name: "StorageError", kind } });
    expect(String("error" in result && result.error)).toMatch(message);
    expect(JSON.stringify(result) + String("error" in result && result.error)).not.toMatch(/guessed|EXAMPLEKEY/);
  });

  test("names the number of the region in which an Amazon bucket is", async () => {
    const amazon = { vendor: StorageVendor.AmazonS3, region: AmazonS3Region.US_EAST_1 };
    const options = { endpoint: "http://s3.test", forcePathStyle: true, region: undefined };
    const { result } = await check({ region: "ap-south-1" }, amazon, options);
    expect(String("error" in result && result.error)).toContain(
      "Set storageConfig.region to 14 (AmazonS3Region.AP_SOUTH_1)",
    );
  });

  test("gives up on a storage that does not answer", async () => {
    const fake = createFakeAgora();
    const never = () => new Promise<never>(() => {});
    const result = checkStorage(storageOf(createS3Server()), { fetch: never, clock: fake.clock });
    await fake.advanceAsync(10_000);
    expect(await result).toMatchObject({
      ok: false,
      error: { kind: "unreachable", message: expect.stringContaining("10000 ms") },
    });
  });

  test("throws for storage that it cannot try", async () => {
    const azure = { ...storageOf(createS3Server()), vendor: StorageVendor.MicrosoftAzure };
    await expect(checkStorage(azure)).rejects.toMatchObject({ kind: "invalid-config" });
  });
});
