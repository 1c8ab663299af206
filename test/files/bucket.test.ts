import {
  AlibabaCloudRegion,
  AmazonS3Region,
  HuaweiCloudRegion,
  StorageVendor,
  TencentCloudRegion,
} from "@agora-edge/core";
import { createS3Bucket, listRecordingObjects, StorageError, type S3StorageConfig } from "@agora-edge/core/files";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  createS3Server,
  storageOf,
  testKeys,
  type S3ServerOptions,
} from "../../examples/react-app/stage/fake/s3-server.ts";
import { readClaim, signatureOf } from "../../examples/react-app/stage/fake/verify-signature.ts";

const now = Date.UTC(2026, 0, 1, 12);
const region = "eu-central-1";

function setUp(options: S3ServerOptions = {}) {
  const server = createS3Server({ now: () => now, ...options });
  const bucket = createS3Bucket(storageOf(server), { region, fetch: server.fetch, now: () => now });
  return { server, bucket };
}

async function collect<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const all: Item[] = [];
  for await (const item of items) all.push(item);
  return all;
}

const parts = fc.oneof(
  fc.stringMatching(/^[ -.0-~]{1,12}$/),
  fc.string({ unit: "grapheme", minLength: 1, maxLength: 6 }),
);
const keys = fc
  .array(parts, { minLength: 1, maxLength: 3 })
  .map((folders) => folders.join("/"))
  .filter((key) => !key.split("/").some((part) => part === "." || part === ".."));

describe("createS3Bucket", () => {
  test("signs addresses and requests as AWS's own client does, whatever the key is called", async () => {
    const sent: Request[] = [];
    await fc.assert(
      fc.asyncProperty(
        keys,
        fc.integer({ min: 1, max: 604_800 }),
        fc.option(fc.string()),
        async (key, expiresIn, token) => {
          const bucket = createS3Bucket(
            { ...storageOf(createS3Server()), stsToken: token },
            {
              region,
              now: () => now,
              fetch: async (url, init) => {
                sent.push(new Request(url, init));
                return new Response();
              },
            },
          );
          const known = token === null ? testKeys : { ...testKeys, sessionToken: token };
          await bucket.fetch(key, { method: "PUT", body: "x" });
          const presigned = await bucket.presign(key, {
            expiresIn,
            contentDisposition: `attachment; filename="a b.mp4"`,
          });
          for (const request of [...sent.splice(0), new Request(presigned)]) {
            const claim = readClaim(request);
            if (!claim) throw new Error(`${request.url} is not signed`);
            expect(claim.signature).toBe(await signatureOf(request, claim, known));
            expect(decodeURIComponent(new URL(request.url).pathname)).toBe(`/recordings/${key}`);
          }
        },
      ),
    );
  });

  test("makes the address that Amazon's documentation has as its example", async () => {
    const bucket = createS3Bucket(
      {
        vendor: StorageVendor.AmazonS3,
        region: AmazonS3Region.US_EAST_1,
        bucket: "examplebucket",
        accessKey: "AKIAIOSFODNN7EXAMPLE",
        secretKey: "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
      },
      { endpoint: "https://s3.amazonaws.com", now: () => Date.UTC(2013, 4, 24) },
    );
    const url = new URL(await bucket.presign("test.txt", { expiresIn: 86_400 }));
    expect(url.host).toBe("examplebucket.s3.amazonaws.com");
    expect(url.searchParams.get("X-Amz-Signature")).toBe(
      "aeeed9bbccd4d02ee5c0109b86d86835f995330da4c265957d157751f604d404",
    );
  });

  test.each<[Partial<S3StorageConfig>, string]>([
    [{ vendor: StorageVendor.AmazonS3, region: AmazonS3Region.EU_WEST_1 }, "https://b.s3.eu-west-1.amazonaws.com/k"],
    [
      { vendor: StorageVendor.AmazonS3, region: AmazonS3Region.CN_NORTH_1 },
      "https://b.s3.cn-north-1.amazonaws.com.cn/k",
    ],
    [
      { vendor: StorageVendor.AmazonS3, region: AmazonS3Region.US_EAST_1, bucket: "b.example" },
      "https://s3.us-east-1.amazonaws.com/b.example/k",
    ],
    [
      { vendor: StorageVendor.AlibabaCloud, region: AlibabaCloudRegion.CN_Hangzhou },
      "https://b.s3.oss-cn-hangzhou.aliyuncs.com/k",
    ],
    [
      { vendor: StorageVendor.TencentCloud, region: TencentCloudRegion.AP_Shenzhen_FSI },
      "https://b.cos.ap-shenzhen-fsi.myqcloud.com/k",
    ],
    [
      { vendor: StorageVendor.HuaweiCloud, region: HuaweiCloudRegion.CN_East_3 },
      "https://b.obs.cn-east-3.myhuaweicloud.com/k",
    ],
    [{ vendor: StorageVendor.GoogleCloud, region: 0 }, "https://storage.googleapis.com/b/k"],
    [
      { vendor: 11, region: 0, extensionParams: { endpoint: "account.r2.cloudflarestorage.com" } },
      "https://account.r2.cloudflarestorage.com/b/k",
    ],
  ])("knows where the bucket of %j is", async (storage, address) => {
    const bucket = createS3Bucket({
      vendor: 1,
      region: 0,
      bucket: "b",
      accessKey: "key",
      secretKey: "secret",
      ...storage,
    });
    const url = new URL(await bucket.presign("k", { expiresIn: 60 }));
    expect(url.origin + url.pathname).toBe(address);
  });

  test.each([
    ["account.r2.cloudflarestorage.com", "auto"],
    ["s3.us-west-004.backblazeb2.com", "us-west-004"],
    ["fra1.digitaloceanspaces.com", "fra1"],
    ["http://minio.example:9000", "us-east-1"],
  ])("takes the region of vendor 11 from %s", async (endpoint, wanted) => {
    const bucket = createS3Bucket({ ...storageOf(createS3Server(), endpoint) });
    const url = new URL(await bucket.presign("k", { expiresIn: 60 }));
    expect(url.searchParams.get("X-Amz-Credential")).toContain(`/${wanted}/s3/`);
  });

  test("refuses storage that speaks another protocol, and says what to do", () => {
    const storage = { ...storageOf(createS3Server()), vendor: StorageVendor.MicrosoftAzure };
    expect(() => createS3Bucket(storage)).toThrow(/does not speak the protocol of S3.*Bucket/);
    expect(() => createS3Bucket({ ...storage, vendor: 1, region: 99 })).toThrow(/region/);
    expect(() => createS3Bucket({ ...storageOf(createS3Server()), secretKey: "undefined" })).toThrow(/secretKey/);
  });

  test("never signs the address of another object", async () => {
    const { bucket } = setUp();
    for (const key of ["", "a/../b", "..", "./a", "\ud800"]) {
      await expect(bucket.presign(key, { expiresIn: 60 })).rejects.toBeInstanceOf(StorageError);
    }
    const inBucket = await bucket.presign("/other-bucket/key", { expiresIn: 60 });
    expect(inBucket).toMatch(/^http:\/\/s3\.test\/recordings\/\/other-bucket\/key\?/);
    await expect(bucket.presign("a", { expiresIn: 604_801 })).rejects.toThrow(/604800/);
  });

  test("lists every object, page by page, whatever its key is called", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(keys, { maxLength: 8 }),
        fc.integer({ min: 1, max: 3 }),
        async (names, pageSize) => {
          const { server, bucket } = setUp({ pageSize });
          for (const key of names) server.put(`in/${key}`, "x");
          server.put("out", "x");
          const listed = await collect(bucket.list("in/"));
          expect(listed.map(({ key }) => key).toSorted()).toEqual(names.map((key) => `in/${key}`).toSorted());
        },
      ),
    );
  });

  test("reads the lists of services that know only the first version of the operation", async () => {
    const pages = [
      "<ListBucketResult><IsTruncated>true</IsTruncated><Contents><Key>a&amp;b</Key><Size>1</Size></Contents></ListBucketResult>",
      "<ListBucketResult><IsTruncated>false</IsTruncated><Contents><Key>c</Key><Size>2</Size></Contents></ListBucketResult>",
    ];
    const asked: string[] = [];
    const bucket = createS3Bucket(storageOf(createS3Server()), {
      fetch: async (url) => {
        asked.push(new URL(url).searchParams.get("marker") ?? "");
        return new Response(pages.shift());
      },
    });
    expect((await collect(bucket.list(""))).map(({ key }) => key)).toEqual(["a&b", "c"]);
    expect(asked).toEqual(["", "a&b"]);
  });
});

describe("what is wrong with a bucket", () => {
  const attempt = async (change: Partial<S3StorageConfig>, options: { region?: string; clock?: number } = {}) => {
    const server = createS3Server({ now: () => now });
    const clock = options.clock ?? now;
    const bucket = createS3Bucket(
      { ...storageOf(server), ...change },
      {
        endpoint: "http://s3.test",
        region: options.region ?? region,
        forcePathStyle: true,
        fetch: server.fetch,
        now: () => clock,
      },
    );
    return collect(bucket.list("")).then(
      () => expect.fail("the bucket took it"),
      (error: unknown) => error,
    );
  };

  test("is the region, with the number to use instead", async () => {
    const error = await attempt(
      { vendor: StorageVendor.AmazonS3, region: AmazonS3Region.US_EAST_1 },
      { region: "us-east-1" },
    );
    expect(error).toMatchObject({ kind: "wrong-region", bucketRegion: "eu-central-1", status: 400 });
    expect(error).toHaveProperty("message", expect.stringContaining("7 (AmazonS3Region.EU_CENTRAL_1)"));
  });

  test.each([
    ["unknown-key", { accessKey: "AKIANOBODY" }, {}],
    ["wrong-secret", { secretKey: "guessed" }, {}],
    ["no-bucket", { bucket: "nowhere" }, {}],
    ["clock-skew", {}, { clock: now - 3_600_000 }],
  ])("is told apart: %s", async (kind, change, options) => {
    const error = await attempt(change, options);
    expect(error).toBeInstanceOf(StorageError);
    expect(error).toHaveProperty("kind", kind);
    expect(String(error)).not.toMatch(/AKIA|wJalr|guessed/);
  });

  test("is that nobody answers", async () => {
    const fetch = () => Promise.reject(new TypeError("fetch failed"));
    const bucket = createS3Bucket(storageOf(createS3Server()), { fetch });
    await expect(bucket.fetch("k")).rejects.toMatchObject({ kind: "unreachable", cause: { message: "fetch failed" } });
  });

  test("is a list that was cut off", async () => {
    const fetch = () => Promise.resolve(new Response("<ListBucketResult><Contents><Key>a</Key></Contents>"));
    const bucket = createS3Bucket(storageOf(createS3Server()), { fetch });
    await expect(collect(bucket.list(""))).rejects.toThrow(/whole list/);
  });
});

describe("listRecordingObjects", () => {
  const sid = "4f0c9f0a7be14d2e8f64c1d7a0b3e5f1";

  test("finds the files of one recording, also those after a takeover, and no others", async () => {
    const { server, bucket } = setUp({ pageSize: 2 });
    const names = [
      `${sid}_my_room.m3u8`,
      `${sid}_my_room_20260101120000000.ts`,
      `${sid}_my_room_0.mp4`,
      `bak0_${sid}_my_room.m3u8`,
    ];
    for (const name of [...names, `other_my_room.m3u8`, `${sid}_readme.txt`]) server.put(`calls/${name}`, "x");
    const objects = await listRecordingObjects(bucket, { sid, cname: "my_room", fileNamePrefix: ["calls"] });
    expect(objects.map(({ key }) => key).toSorted()).toEqual(names.map((name) => `calls/${name}`).toSorted());
    expect(objects.map(({ file }) => file.cname)).toEqual(names.map(() => "my_room"));
  });

  test("finds playlists with captions by the ID of the transcription", async () => {
    const { server, bucket } = setUp();
    for (const name of ["AGENT_room.m3u8", "en-US_AGENT_room.m3u8", "fr-FR_AGENT_room.m3u8"]) server.put(name, "x");
    const objects = await listRecordingObjects(bucket, { sid: "AGENT", languages: ["en-US", "fr-FR"] });
    expect(objects.map(({ file }) => file.language)).toEqual([undefined, "en-US", "fr-FR"]);
  });

  test("says so when there are more than anybody wanted", async () => {
    const { server, bucket } = setUp();
    for (const index of [0, 1, 2]) server.put(`${sid}_room_${index}.mp4`, "x");
    const listing = listRecordingObjects(bucket, { sid, maxObjects: 2 });
    await expect(listing).rejects.toMatchObject({
      kind: "too-many-objects",
      message: expect.stringContaining("maxObjects"),
    });
  });
});
