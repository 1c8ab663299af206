import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createFakeAgora, type FakeAgora, type FakeAgoraOptions } from "@agora-edge/msw/fake";
import { serveFakeAgora } from "@agora-edge/msw/node";
import { convertV4MiniflareOptions, Miniflare } from "miniflare";
import { bundle } from "./bundle.ts";

export const secrets = {
  AGORA_CUSTOMER_SECRET: "canary-customer-secret",
  AGORA_APP_CERTIFICATE: "ca9a12c0ca9a12c0ca9a12c0ca9a12c0",
  STORAGE_SECRET_KEY: "canary-storage-secret",
  STORAGE_ACCESS_KEY: "canary-storage-access",
  GRANT_SECRETS: "canary-grant-secret",
  AGORA_NOTIFICATION_SECRETS: "canary-notification-secret",
};

/**
 * A port that stays free between a kill and a boot: below those that systems give to whoever asks for any, and to every
 * connection.
 */
export async function freePort(): Promise<number> {
  const port = 20_000 + Math.floor(Math.random() * 10_000);
  const server = createServer();
  const isFree = await new Promise<boolean>((resolve) => {
    server.once("error", () => resolve(false));
    server.listen(port, "127.0.0.1", () => resolve(true));
  });
  if (!isFree) return freePort();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

export interface StageOptions extends FakeAgoraOptions {
  speed?: number;
  /** How many Workers run the script, each in an isolate of its own, with one account for all. */
  isolates?: number;
  maxRecordings?: number;
}

export interface Stage {
  readonly fake: FakeAgora;
  /** Where the Worker stands; the same after every boot. */
  readonly origin: string;
  /** Where Durable Objects are stored. */
  readonly folder: string;
  /** Ends the runtime at once, in the middle of whatever it does. */
  kill(): Promise<void>;
  boot(): Promise<void>;
  /** What alice sends. */
  send(path: string, init?: RequestInit, isolate?: number): Promise<Response>;
  close(): Promise<void>;
}

/** The Worker of the example in the real workerd, its storage on disk, and the fake service with the same fast clock. */
export async function startStage({ speed = 20, isolates = 1, maxRecordings = 50, ...options }: StageOptions = {}) {
  const startAt = Date.now();
  const fake = createFakeAgora({
    customerSecret: secrets.AGORA_CUSTOMER_SECRET,
    appCertificate: true,
    speed,
    startAt,
    ...options,
  });
  const served = await serveFakeAgora(fake);
  const folder = await mkdtemp(join(tmpdir(), "agora-worker-"));
  const script = await bundle("../../examples/cloudflare-worker/src/worker.ts", {
    format: "esm",
    conditions: ["workerd", "worker", "browser"],
  });
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const sender = fake.sendNotificationsTo(`${origin}/agora-events`, { secret: secrets.AGORA_NOTIFICATION_SECRETS });

  const workers = Array.from({ length: isolates }, (_, index) => ({
    name: `edge-${index}`,
    modules: true,
    script,
    // An address of its own for each isolate; the first has the one of the whole.
    unsafeDirectSockets: index > 0 ? [{ host: "127.0.0.1", port: 0 }] : [],
    compatibilityDate: "2026-11-01",
    compatibilityFlags: ["no_nodejs_compat", "no_nodejs_compat_v2"],
    durableObjects: {
      RECORDINGS: { className: "RecordingObject", useSQLite: true },
      ACCOUNT: { className: "AccountObject", useSQLite: true, ...(index > 0 ? { scriptName: "edge-0" } : {}) },
    },
    bindings: {
      ...secrets,
      AGORA_APP_ID: fake.appId,
      AGORA_CUSTOMER_ID: fake.customerId,
      AGORA_BASE_URL: served.url,
      // alice-x is somebody else than alice. carol and dave have no token, so they cannot sign in.
      APP_USERS: "alice:token-of-alice,alice-x:token-of-alice-x,bob:token-of-bob,carol,dave:,",
      STORAGE_BUCKET: "my-recordings",
      MAX_RECORDINGS: String(maxRecordings),
      CLOCK: `${startAt},${speed}`,
    },
  }));
  let runtime: Miniflare | undefined;

  const stage: Stage = {
    fake,
    origin,
    folder,
    async boot() {
      runtime = new Miniflare(
        convertV4MiniflareOptions({ workers, host: "127.0.0.1", port, resourcePersistencePath: folder }),
      );
      await runtime.ready;
    },
    async kill() {
      await runtime?.dispose();
      runtime = undefined;
    },
    async send(path, init, isolate = 0) {
      const headers = new Headers(init?.headers);
      headers.set("authorization", "Bearer token-of-alice");
      if (!runtime) throw new Error("Not booted");
      const place = isolate === 0 ? origin : await runtime.unsafeGetDirectURL(`edge-${isolate}`);
      return fetch(new URL(path, place), { ...init, headers });
    },
    async close() {
      sender.stop();
      await stage.kill();
      await served.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
  await stage.boot();
  return stage;
}

/** Asks until it is so. */
export async function until<T>(ask: () => T | Promise<T>, holds: (value: T) => boolean, ms = 10_000): Promise<T> {
  const end = Date.now() + ms;
  for (;;) {
    const value = await ask();
    if (holds(value)) return value;
    if (Date.now() > end) throw new Error(`It took too long. The last was ${JSON.stringify(value)?.slice(0, 2000)}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
