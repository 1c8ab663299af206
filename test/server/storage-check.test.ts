import { basicAuth, createAgoraClient, explainState } from "@agora-edge/core";
import { checkStorage, type StorageError } from "@agora-edge/core/files";
import { zhCNStates } from "@agora-edge/core/locales/zh-CN";
import { createAgoraHandler, createMemoryDedupe, type StorageCheckOptions } from "@agora-edge/core/server";
import { createFakeAgora } from "@agora-edge/msw/fake";
import { describe, expect, test } from "vitest";
import { createS3Server, storageOf } from "../../examples/react-app/stage/fake/s3-server.ts";

const dedupe = () => createMemoryDedupe({ now: () => 0 });

/** A proxy that adds a storage to every start, and what it tells its operator. */
function createProxy(secretKey?: string, given: Partial<StorageCheckOptions> = {}) {
  const fake = createFakeAgora({ rateLimit: false });
  const bucket = createS3Server({ now: () => fake.now() });
  const errors: unknown[] = [];
  const underWay: Promise<unknown>[] = [];
  const storageConfig = { ...storageOf(bucket), ...(secretKey !== undefined && { secretKey }) };
  const auth = basicAuth(fake.customerId, fake.customerSecret);
  const handler = createAgoraHandler({
    client: createAgoraClient({ appId: fake.appId, auth, fetch: fake.fetch, clock: fake.clock }),
    basePath: "/api/agora",
    authorize: () => ({ subject: "ann" }),
    prepare: {
      "recording.start": ({ body, cname }) => ({
        ...body,
        clientRequest: { ...body.clientRequest, storageConfig: { ...storageConfig, fileNamePrefix: [cname ?? ""] } },
      }),
    },
    storageCheck: {
      check: (storage) => checkStorage(storage, { region: bucket.region, fetch: bucket.fetch, clock: fake.clock }),
      ...given,
    },
    onError: (error) => errors.push(error),
  });
  const page = createAgoraClient({
    appId: fake.appId,
    baseUrl: "https://app.example/api/agora",
    clock: fake.clock,
    fetch: (input, init) => handler(new Request(input, init), { waitUntil: (work) => underWay.push(work) }),
  });
  async function start(cname: string) {
    const lease = await page.recording.acquire({ cname, uid: "1", clientRequest: {} });
    const { sid } = await page.recording.start({ ...lease, mode: "mix", clientRequest: {} });
    await Promise.all(underWay);
    return sid;
  }
  return { bucket, errors, start };
}

const puts = ({ bucket }: ReturnType<typeof createProxy>) => bucket.requests.filter((one) => one.startsWith("PUT"));

describe("storageCheck of the proxy", () => {
  test("tries a storage once, in the folders of the first start", async () => {
    const proxy = createProxy();
    await proxy.start("one");
    await proxy.start("two");
    expect(puts(proxy)).toEqual([expect.stringMatching(/^PUT one\/agora-edge-check-/)]);
    expect(proxy.errors).toEqual([]);
    expect(proxy.bucket.keysInBucket()).toEqual([]);
  });

  test("tells the operator what is wrong, and holds no start back", async () => {
    const proxy = createProxy("guessed");
    expect(await proxy.start("one")).toMatch(/./);
    expect(proxy.errors).toEqual([expect.objectContaining<Partial<StorageError>>({ kind: "wrong-secret" })]);
    // Until it is mended.
    await proxy.start("two");
    expect(proxy.errors).toHaveLength(2);
    expect(proxy.errors.map(String).join()).not.toContain("guessed");
  });

  test("is once per deployment where instances share what they remember, which holds no key", async () => {
    const names: string[] = [];
    const shared = dedupe();
    const remember = { ...shared, add: (key: string, ttl: number) => (names.push(key), shared.add(key, ttl)) };
    const [one, other] = [createProxy(undefined, { dedupe: remember }), createProxy(undefined, { dedupe: remember })];
    await one.start("room1");
    await other.start("room1");
    expect([puts(one), puts(other)]).toMatchObject([[expect.any(String)], []]);
    expect(names.join()).toMatch(/^storage-check:[0-9a-f]{64},storage-check:[0-9a-f]{64}$/);
  });

  test("survives a check that throws, and refuses one that is no function", async () => {
    const proxy = createProxy(undefined, { check: () => Promise.reject(new Error("no network")) });
    await proxy.start("one");
    expect(proxy.errors.map(String)).toEqual(["Error: no network"]);
    // @ts-expect-error -- as JavaScript might call it
    expect(() => createProxy(undefined, { check: true })).toThrow("storageCheck.check");
  });
});

test("what is said of files in the backup leads to the check, in both languages", () => {
  for (const options of [{}, { states: zhCNStates }]) {
    const action = explainState("recording.upload", "backuped", options)?.action;
    expect(action).toContain("checkStorage");
    expect(action).toContain("npx @agora-edge/cli doctor");
  }
});
