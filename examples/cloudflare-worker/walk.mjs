// `node examples/cloudflare-worker/walk.mjs`: the Worker in the real workerd, which is killed on the way, a page that
// watches, and a fake Agora on loopback.
import { createFakeAgora } from "@agora-edge/msw/fake";
import { serveFakeAgora } from "@agora-edge/msw/node";
import { build } from "esbuild";
import { convertV4MiniflareOptions, Miniflare } from "miniflare";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** So many times as fast as ours go the clocks of the Worker and of the fake. */
const speed = 30;
const port = Number(process.env.PORT ?? 8787);
const origin = `http://127.0.0.1:${port}`;
const notificationSecret = "demo-notification-secret";
/** What a browser sends with each request of alice's page. */
const headers = { cookie: "session=token-of-alice", origin };

function check(condition, expectation) {
  if (!condition) throw new Error(`It should be so that ${expectation}. It was not.`);
}

/** Asks until it is so, for fifteen seconds. */
async function until(ask, holds) {
  for (let turn = 0; turn < 300; turn += 1) {
    const current = await ask();
    if (holds(current)) return current;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error("It took too long.");
}

async function bundleWorker() {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL("src/worker.ts", import.meta.url))],
    bundle: true,
    format: "esm",
    platform: "neutral",
    target: "es2022",
    conditions: ["workerd", "worker", "browser"],
    external: ["cloudflare:*"],
    write: false,
  });
  return outputFiles[0].text;
}

/** What `wrangler dev` does with wrangler.jsonc, its storage on disk. */
async function boot(script, bindings, folder) {
  const runtime = new Miniflare(
    convertV4MiniflareOptions({
      modules: true,
      script,
      bindings,
      host: "127.0.0.1",
      port,
      compatibilityDate: "2026-11-01",
      compatibilityFlags: ["no_nodejs_compat", "no_nodejs_compat_v2"],
      durableObjects: {
        RECORDINGS: { className: "RecordingObject", useSQLite: true },
        ACCOUNT: { className: "AccountObject", useSQLite: true },
      },
      resourcePersistencePath: folder,
    }),
  );
  await runtime.ready;
  return runtime;
}

const send = async (path, { method = "GET", body } = {}) => {
  const json = body === undefined ? {} : { body: JSON.stringify(body) };
  const type = body === undefined ? {} : { "content-type": "application/json" };
  return (await fetch(`${origin}${path}`, { method, headers: { ...headers, ...type }, ...json })).json();
};
const isRecording = ({ status }) => status === "recording";

function watch() {
  const seen = [];
  const socket = new WebSocket(`${origin.replace("http", "ws")}/recordings/alice-1/live`, { headers });
  socket.addEventListener("message", ({ data }) => seen.push(JSON.parse(data).status));
  return seen;
}

async function walk(fake, restart) {
  fake.channel("alice-1").join("1001");
  const order = { uid: "900001", spareUid: "900002" };
  const { handle } = await send("/recordings/alice-1", { method: "POST", body: order });
  console.log("alice       has alice-1 recorded; her page may close");
  const seen = watch();
  await until(() => send("/recordings/alice-1"), isRecording);
  await until(
    () => seen,
    (all) => all.includes("recording"),
  );
  console.log(`page        was told: ${seen.join(", ")}`);

  await restart();
  const asked = fake.requests.length;
  await until(
    () => fake.requests.length,
    (count) => count > asked,
  );
  check((await send("/recordings/alice-1")).handle.sid === handle.sid, "it is still looked after");
  console.log("workerd     was killed and started again; the alarm of the recording went off as if nothing had been");

  fake.crash(handle.sid);
  const now = await until(
    () => send("/recordings/alice-1"),
    (one) => isRecording(one) && one.handle.uid === "900002",
  );
  check(now.handle.sid !== handle.sid, "it is another recording");
  console.log("recording   broke down for good, and was started again with the spare uid");

  const stopped = await send("/recordings/alice-1", { method: "DELETE" });
  check(stopped.status === "stopped" && fake.recordings.every((one) => !one.live), "nothing runs any more");
  console.log(`alice       stops it: ${stopped.files[0].fileName.replace(/\w{28}(?=_)/, "…")}`);
}

async function main() {
  const startAt = Date.now();
  const folder = await mkdtemp(join(tmpdir(), "agora-worker-"));
  const fake = createFakeAgora({ speed, startAt, appCertificate: true, rateLimit: false });
  const served = await serveFakeAgora(fake);
  const sender = fake.sendNotificationsTo(`${origin}/agora-events`, { secret: notificationSecret });
  const script = await bundleWorker();
  const bindings = {
    AGORA_APP_ID: fake.appId,
    AGORA_CUSTOMER_ID: fake.customerId,
    AGORA_CUSTOMER_SECRET: fake.customerSecret,
    AGORA_APP_CERTIFICATE: "fedcba9876543210fedcba9876543210",
    AGORA_NOTIFICATION_SECRETS: notificationSecret,
    AGORA_BASE_URL: served.url,
    CLOCK: `${startAt},${speed}`,
    APP_USERS: "alice:token-of-alice,bob:token-of-bob",
    GRANT_SECRETS: "a-long-random-text,the-random-text-before",
    STORAGE_BUCKET: "my-recordings",
    STORAGE_ACCESS_KEY: "demo-access-key",
    STORAGE_SECRET_KEY: "demo-secret-key",
  };
  let runtime = await boot(script, bindings, folder);
  try {
    console.log(`workerd     ${origin}`);
    await walk(fake, async () => {
      await runtime.dispose();
      runtime = await boot(script, bindings, folder);
    });
    console.log("done");
  } finally {
    sender.stop();
    await runtime.dispose();
    await served.close();
    await rm(folder, { recursive: true, force: true });
  }
}

await main();
