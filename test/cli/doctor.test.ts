import { buildRtcToken, createNotificationHandler } from "@agora-edge/core/server";
import { describe, expect, test } from "vitest";
import { createS3Server, type S3ServerOptions } from "../../examples/react-app/stage/fake/s3-server.ts";
import { certificate, createWorld, secretsOf, type World } from "./world.ts";

const secret = "notification-secret";

interface Trouble {
  readonly check: string;
  readonly kind: string;
  /** What a person reads. */
  readonly words: RegExp;
  readonly action: RegExp;
  /** Other checks that fail because of it. */
  readonly alsoWrong?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly server?: S3ServerOptions;
  readonly webhook?: "refuses" | "fails" | "believes everything" | "is gone";
  /** When the token was made, in seconds before now. */
  readonly tokenAge?: number;
  readonly cause?: (world: World) => unknown;
  /** How far the machine's clock is ahead, in ms. */
  readonly ahead?: number;
}

const hour = 3600;

async function examine({ env = {}, server, webhook, tokenAge = 0, cause, ahead = 0 }: Partial<Trouble> = {}) {
  let now = Date.now();
  const storage = createS3Server({ now: () => now, ...server });
  const notified = createNotificationHandler({
    secret: webhook === "refuses" ? "another-secret" : secret,
    onEvent: () => {},
    onError: () => {},
    clock: { now: () => now, setTimeout: () => 0, clearTimeout: () => {} },
  });
  const world = createWorld({
    storage,
    webhook(request) {
      if (webhook === "fails") return Promise.resolve(new Response("Bad Gateway", { status: 502 }));
      if (webhook === "is gone") return Promise.reject(new TypeError("fetch failed"));
      return webhook === "believes everything" ? Promise.resolve(Response.json({})) : notified(request);
    },
  });
  const { fake } = world;
  now = fake.now() + ahead;
  const token = await buildRtcToken({
    appId: fake.appId,
    appCertificate: certificate,
    channelName: "room-1",
    uid: 0,
    role: "subscriber",
    expiresIn: 1.5 * hour,
    issuedAt: Math.floor(fake.now() / 1000) - tokenAge,
  });
  const complete = {
    ...world.env,
    AGORA_APP_CERTIFICATE: certificate,
    AGORA_RTC_TOKEN: token,
    AGORA_NOTIFICATION_URL: "https://hooks.test/agora",
    AGORA_NOTIFICATION_SECRET: secret,
    ...env,
  };
  await cause?.(world);
  const clock = { ...fake.clock, now: () => fake.now() + ahead };
  const told = await world.call(["doctor"], { env: complete, clock });
  const { exit, json } = await world.call(["--json", "doctor"], { env: complete, clock });
  return { world, storage, told, exit, report: json() as { problems: number; findings: Finding[] }, token };
}

interface Finding {
  readonly check: string;
  readonly status: string;
  readonly kind?: string;
  readonly message: string;
  readonly action?: string;
}

const troubles: readonly [name: string, trouble: Trouble][] = [
  [
    "the Customer Secret is wrong",
    {
      check: "credentials",
      kind: "invalid-credentials",
      words: /Customer/,
      action: /Customer/,
      env: { AGORA_CUSTOMER_SECRET: "guessed-secret" },
    },
  ],
  [
    "the App ID is of nobody",
    {
      check: "app-id",
      kind: "invalid-app-id",
      words: /App ID/,
      action: /App ID|Console/,
      env: { AGORA_APP_ID: "f".repeat(32), AGORA_RTC_TOKEN: "" },
    },
  ],
  [
    "the Customer ID is the App ID",
    {
      check: "settings",
      kind: "mixed-up",
      words: /AGORA_CUSTOMER_ID is the App ID/,
      action: /Customer ID of Agora Console/,
      alsoWrong: ["credentials"],
      env: { AGORA_CUSTOMER_ID: "0123456789abcdef0123456789abcdef" },
    },
  ],
  [
    "Cloud Recording is not enabled",
    {
      check: "recording",
      kind: "service-not-enabled",
      words: /not enabled/,
      action: /Agora Console/,
      cause: ({ fake }) => fake.disable(),
    },
  ],
  [
    "the account is suspended",
    {
      check: "recording",
      kind: "app-not-active",
      words: /account|project|active/,
      action: /./,
      cause: ({ fake }) => fake.suspend(),
    },
  ],
  [
    "no host can be reached",
    {
      check: "host api.agora.io",
      kind: "unreachable",
      words: /cannot be reached/,
      action: /DNS, firewall and proxy/,
      alsoWrong: ["host api.sd-rtn.com"],
      cause: ({ fake }) => ["api.agora.io", "api.sd-rtn.com"].map((host) => fake.host(host).down("dns")),
    },
  ],
  [
    "the clock is an hour ahead",
    {
      check: "clock",
      kind: "clock-skew",
      words: /is 3600 s ahead of/,
      action: /NTP/,
      ahead: hour * 1000,
    },
  ],
  [
    "the bucket is in another region",
    {
      check: "storage",
      kind: "wrong-region",
      words: /eu-central-1, not in us-east-1.*backup/,
      action: /Correct STORAGE_REGION/,
      env: { STORAGE_ENDPOINT_REGION: "us-east-1" },
    },
  ],
  [
    "the secret key of the bucket is wrong",
    {
      check: "storage",
      kind: "wrong-secret",
      words: /secretKey.*backup/,
      action: /Correct STORAGE_SECRET_KEY/,
      env: { STORAGE_SECRET_KEY: "guessed-key" },
    },
  ],
  [
    "the keys of the bucket may not write",
    {
      check: "storage",
      kind: "access-denied",
      words: /policy.*backup/,
      action: /Allow the key/,
      server: { allow: ["get", "list"] },
    },
  ],
  [
    "the folders of recordings are none that the service takes",
    {
      check: "storage",
      kind: "invalid-settings",
      words: /^STORAGE_PREFIX is folders of letters and digits [^.]*\.$/,
      action: /--settings/,
      env: { STORAGE_PREFIX: "calls/2026-01" },
    },
  ],
  [
    "the certificate is of another project",
    {
      check: "token",
      kind: "wrong-certificate",
      words: /not signed by AGORA_APP_CERTIFICATE/,
      action: /Compare the certificate/,
      env: { AGORA_APP_CERTIFICATE: "0".repeat(32) },
    },
  ],
  [
    "the token is over",
    {
      check: "token",
      kind: "expired-token",
      words: /has been over since 20/,
      action: /agora-edge token/,
      tokenAge: 2 * hour,
    },
  ],
  [
    "the notification address is gone",
    {
      check: "notifications",
      kind: "unreachable",
      words: /did not answer/,
      action: /public internet/,
      webhook: "is gone",
    },
  ],
  [
    "the notification address fails",
    {
      check: "notifications",
      kind: "not-received",
      words: /answered 502/,
      action: /200 with a JSON body/,
      webhook: "fails",
    },
  ],
  [
    "the server has another notification secret",
    {
      check: "notifications",
      kind: "wrong-secret",
      words: /was refused/,
      action: /Agora Console shows/,
      webhook: "refuses",
    },
  ],
  [
    "the server takes forged notifications",
    {
      check: "notifications",
      kind: "forgeable",
      words: /forged signature was taken/,
      action: /verifyNotification/,
      webhook: "believes everything",
    },
  ],
];

describe("agora-edge doctor", () => {
  test("finds nothing where nothing is wrong, and leaves nothing behind", async () => {
    const { told, exit, report, storage, world } = await examine();
    expect(told.out).toMatch(/Nothing is wrong\.\n$/);
    expect(report.findings.map(({ check, status }) => `${status} ${check}`)).toEqual([
      "ok settings",
      "ok host api.agora.io",
      "ok host api.sd-rtn.com",
      "ok clock",
      "ok credentials",
      "ok app-id",
      "ok recording",
      "ok transcription",
      "ok storage",
      "ok certificate",
      "ok token",
      "ok notifications",
    ]);
    expect([told.exit, exit]).toEqual([0, 0]);
    expect(storage.keysInBucket()).toEqual([]);
    expect([...world.fake.recordings, ...world.fake.agents]).toEqual([]);
  });

  test.each(troubles)("names it when %s", async (_, trouble) => {
    const { told, exit, report, world, storage, token } = await examine(trouble);
    const { check, kind, words, action } = trouble;
    const problems = report.findings.filter(({ status }) => status === "problem");
    expect(problems.map((one) => [one.check, one.kind])).toContainEqual([check, kind]);
    const found = problems.find((one) => one.check === check && one.kind === kind);
    expect(found?.message).toMatch(words);
    expect(found?.action).toMatch(action);
    // What depends on it is wrong too; nothing else may be accused.
    expect(problems.map((one) => one.check).filter((one) => one !== check)).toEqual(trouble.alsoWrong ?? []);
    expect([told.exit, exit]).toEqual([4, 4]);
    expect(told.out).toContain(`✗ ${check} ${found?.message}`);
    expect(told.out).toContain(`→ ${found?.action}`);
    for (const text of [told.out, told.err, JSON.stringify(report)]) {
      for (const one of [...secretsOf(world.fake, storage), secret, token, "guessed-secret", "guessed-key"]) {
        expect(text).not.toContain(one);
      }
    }
  });

  test("warns of what does without: one host of two, Speech-to-Text, http", async () => {
    const { exit, report } = await examine({
      env: { AGORA_NOTIFICATION_URL: "http://hooks.test/agora" },
      cause: ({ fake }) => {
        fake.host("api.sd-rtn.com").down();
        fake.fail("sttAgents.list", { kind: "service-not-enabled", times: Infinity });
      },
    });
    const warnings = report.findings
      .filter(({ status }) => status === "warning")
      .map(({ check, kind }) => [check, kind]);
    expect(warnings).toEqual([
      ["host api.sd-rtn.com", "unreachable"],
      ["transcription", "service-not-enabled"],
      ["notifications", "not-https"],
    ]);
    expect(exit).toBe(0);
  });

  test("goes on where the storage cannot be tried", async () => {
    for (const env of [{ STORAGE_VENDOR: "5" }, { STORAGE_VENDOR: "" }, { STORAGE_REGION: "eu" }]) {
      const { exit, report } = await examine({ env });
      expect(exit).toBe(4);
      expect(report.findings.filter(({ status }) => status === "problem").map(({ check }) => check)).toEqual([
        "storage",
      ]);
      expect(report.findings).toHaveLength(12);
    }
  });

  test("has a line for each check where the App ID is malformed", async () => {
    for (const appId of ["my app", "0123456789abcdef"]) {
      const { exit, report } = await examine({ env: { AGORA_APP_ID: appId, AGORA_RTC_TOKEN: "" } });
      expect(exit).toBe(4);
      const found = report.findings.map(({ check, status }) => `${status} ${check}`);
      expect(found).toHaveLength(12);
      expect(found).toEqual(expect.arrayContaining(["problem settings", "ok storage", "skipped certificate"]));
      expect(found.at(-1)).toBe("ok notifications");
    }
  });

  test("names every variable that is missing, and what is no address", async () => {
    const none = await createWorld().call(["doctor"], { env: {} });
    expect(none.exit).toBe(3);
    for (const name of ["AGORA_APP_ID", "AGORA_CUSTOMER_ID", "AGORA_CUSTOMER_SECRET"]) expect(none.err).toContain(name);
    const { report } = await examine({ env: { STORAGE_VENDOR: "", STORAGE_SECRET_KEY: "" } });
    const storage = report.findings.find(({ check }) => check === "storage");
    expect(storage?.message).toMatch(/STORAGE_VENDOR \(.*\), STORAGE_SECRET_KEY \(/);
    const world = createWorld({ env: { AGORA_BASE_URL: "localhost:8080" } });
    const { exit, err } = await world.call(["doctor"]);
    expect([exit, err]).toEqual([3, "✗ AGORA_BASE_URL is no address: it begins with https:// (or http://).\n"]);
  });

  test("needs credentials, and says which", async () => {
    const world = createWorld({ env: { AGORA_CUSTOMER_SECRET: undefined } });
    const { exit, err } = await world.call(["doctor"]);
    expect([exit, err]).toEqual([3, expect.stringContaining("Set the environment variable AGORA_CUSTOMER_SECRET")]);
    const asked: string[] = [];
    const askSecret = async (question: string) => {
      asked.push(question);
      return world.fake.customerSecret;
    };
    const answered = await world.call(["doctor"], { askSecret });
    expect(answered.exit).toBe(0);
    expect(asked).toEqual([expect.stringContaining("AGORA_CUSTOMER_SECRET")]);
    expect(answered.out).not.toContain(world.fake.customerSecret);
  });
});
