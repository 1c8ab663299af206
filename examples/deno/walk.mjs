// `node examples/deno/walk.mjs`: main.ts in the real Deno, a page that records through it, and a fake Agora on loopback.
import { createAgoraClient, explainError } from "@agora-edge/core";
import { createFakeAgora } from "@agora-edge/msw/fake";
import { serveFakeAgora } from "@agora-edge/msw/node";
import { spawn } from "node:child_process";
import { createHmac } from "node:crypto";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { tryAttacks } from "./attacks.mjs";

const withoutKv = process.argv.includes("--no-kv");
const here = fileURLToPath(new URL(".", import.meta.url));
const notificationSecret = "demo-notification-secret";
const tokens = { alice: "token-of-alice", bob: "token-of-bob", "alice-x": "token-of-alice-x" };

function check(condition, expectation) {
  if (!condition) throw new Error(`It should be so that ${expectation}. It was not.`);
}

/** Asks until it is so, for ten seconds. */
async function until(ask, holds) {
  for (let turn = 0; turn < 200; turn += 1) {
    const current = await ask();
    if (holds(current)) return current;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error("It took too long.");
}

async function startDeno(env, folder) {
  const flags = [
    "--no-prompt",
    "--cached-only",
    "--no-lock",
    "--node-modules-dir=manual",
    "--no-check",
    "--unstable-no-legacy-abort",
  ];
  const permissions = [
    "--allow-env",
    "--allow-net=127.0.0.1",
    ...(withoutKv ? [] : ["--unstable-kv", "--allow-read", "--allow-write"]),
  ];
  const deno = spawn(join(here, "node_modules/.bin/deno"), ["run", ...flags, ...permissions, "main.ts"], {
    cwd: here,
    env: { ...process.env, ...env, DENO_DIR: join(folder, "deno"), DENO_NO_UPDATE_CHECK: "1", NO_COLOR: "1" },
    stdio: ["ignore", "pipe", "inherit"],
    // The command is a script that starts the real Deno: both are ended as one group.
    detached: true,
  });
  const [line] = await Promise.race([
    once(createInterface(deno.stdout), "line"),
    once(deno, "exit").then(() => Promise.reject(new Error("Deno ended."))),
  ]);
  const [origin, rest] = line.split(", with ");
  console.log(`deno        ${origin}, with ${rest}`);
  const end = async () => {
    const ended = once(deno, "exit");
    process.kill(-(deno.pid ?? Number.NaN));
    await ended;
  };
  return { origin, end };
}

/** Lets the fake tell the server what happens, signed as Agora does, and everything twice. */
function deliver(fake, origin) {
  const sent = [];
  fake.onNotification((notification) => {
    const body = JSON.stringify(notification);
    const signature = createHmac("sha256", notificationSecret).update(body).digest("hex");
    const send = async () => {
      const headers = { "content-type": "application/json", "agora-signature-v2": signature };
      const answer = await fetch(`${origin}/agora-events`, { method: "POST", headers, body });
      return { event: notification.payload.details?.msgName, ...(await answer.json()) };
    };
    sent.push(send().then(async (first) => [first, await send()]));
  });
  return async () => Promise.all(sent);
}

async function walk({ fake, origin }) {
  const deliveries = deliver(fake, origin);
  const pageOf = (user) =>
    createAgoraClient({
      appId: fake.appId,
      baseUrl: `${origin}/api/agora`,
      headers: { authorization: `Bearer ${tokens[user]}` },
    });
  const recordings = async (user) =>
    (await fetch(`${origin}/recordings`, { headers: { authorization: `Bearer ${tokens[user]}` } })).json();

  fake.channel("alice-1").join("1001");
  const { recording } = pageOf("alice");
  const lease = await recording.acquire({ cname: "alice-1", uid: "900001" });
  const handle = await recording.start({
    ...lease,
    mode: "mix",
    clientRequest: { recordingConfig: { channelType: 0 } },
  });
  console.log(`alice       records alice-1; her page holds a handle and a grant, and no key`);
  const [stored] = await recordings("alice");
  check(stored.handle.sid === handle.sid && stored.handle.grant === handle.grant, "the server has the handle too");
  console.log("server      has the handle, should the page be closed");

  const refused = await pageOf("bob")
    .recording.stop(handle)
    .catch((error) => error);
  check(refused.kind === "proxy-forbidden", "nobody else can stop it");
  console.log(`bob         ${explainError(refused).title}: ${explainError(refused).explanation}`);

  await until(
    () => recording.query(handle),
    ({ state, files }) => state === "in-progress" && files.length > 0,
  );
  // Of the service's clock.
  fake.uploadTime(20_000);
  await recording.stop(handle, { async_stop: true });
  check((await recordings("alice"))[0].upload === "pending", "the upload goes on");
  console.log("alice       stops it and does not wait for the upload");
  const [entry] = await until(
    () => recordings("alice"),
    ([first]) => first.upload === "uploaded",
  );
  const { storageConfig } = fake.requests.find((each) => each.operation === "recording.start").body.clientRequest;
  check(storageConfig.fileNamePrefix[0] === "alice", "the files are in the folder of alice");
  console.log(`agora       says that it is uploaded: ${entry.files[0].fileName.replace(/\w{28}(?=_)/, "…")}`);

  const pairs = await deliveries();
  check(
    pairs.every(([first, second]) => first.status === "handled" && second.status === "copy"),
    "copies are recognised",
  );
  console.log(`server      took ${pairs.length} notifications and recognised as many copies`);
  const forged = await fetch(`${origin}/agora-events`, {
    method: "POST",
    body: "{}",
    headers: { "agora-signature-v2": "0".repeat(64) },
  });
  check(forged.status === 401, "a forged notification is refused");
  for (const other of ["bob", "alice-x"]) {
    check((await recordings(other)).length === 0, `${other} sees nothing of alice`);
  }
  const count = await tryAttacks({ fake, origin, token: tokens.alice });
  console.log(`attackers   tried ${count} things; none was let in, and none has reached Agora`);
}

async function main() {
  const folder = await mkdtemp(join(tmpdir(), "agora-deno-"));
  const fake = createFakeAgora({ speed: 20, appCertificate: true });
  const served = await serveFakeAgora(fake);
  const ends = [() => served.close(), () => rm(folder, { recursive: true, force: true })];
  try {
    const deno = await startDeno(
      {
        PORT: "0",
        KV_PATH: join(folder, "kv"),
        APP_USERS: Object.entries(tokens)
          .map((pair) => pair.join(":"))
          // Has no token, so cannot sign in.
          .concat("carol")
          .join(","),
        AGORA_APP_ID: fake.appId,
        AGORA_CUSTOMER_ID: fake.customerId,
        AGORA_CUSTOMER_SECRET: fake.customerSecret,
        AGORA_APP_CERTIFICATE: "fedcba9876543210fedcba9876543210",
        AGORA_NOTIFICATION_SECRETS: notificationSecret,
        AGORA_BASE_URL: served.url,
        GRANT_SECRETS: "a-long-random-text,the-random-text-before",
        STORAGE_BUCKET: "my-recordings",
        STORAGE_ACCESS_KEY: "demo-access-key",
        STORAGE_SECRET_KEY: "demo-secret-key",
      },
      folder,
    );
    ends.unshift(deno.end);
    await walk({ fake, origin: deno.origin });
    console.log("done");
  } finally {
    for (const end of ends) await end();
  }
}

await main();
