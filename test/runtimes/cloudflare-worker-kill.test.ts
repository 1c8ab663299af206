import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { secrets, startStage, until, type Stage } from "./cloudflare-worker-stage.ts";

const many = 50;
const cnames = Array.from({ length: many }, (_, index) => `alice-${index}`);

/** Sends it for every channel, and again where the runtime died before it could answer or had to give up: as any caller would. */
function sendAll(stage: Stage, init: RequestInit): Promise<unknown> {
  const send = async (cname: string): Promise<unknown> => {
    try {
      const answer = await stage.send(`/recordings/${cname}`, init);
      if (answer.status >= 500) throw new Error(await answer.text());
      return await answer.json();
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 100));
      return send(cname);
    }
  };
  return Promise.all(cnames.map(send));
}

const readAll = (stage: Stage) =>
  Promise.all(cnames.map(async (cname) => (await stage.send(`/recordings/${cname}`)).json()));

async function killAndBoot(stage: Stage): Promise<void> {
  await stage.kill();
  await stage.boot();
}

test(`${many} recordings, the runtime killed while they start, run and stop`, { timeout: 240_000 }, async () => {
  const stage = await startStage({ speed: 30, rateLimit: false });
  const { fake } = stage;
  onTestFinished(() => stage.close());
  for (const cname of cnames) fake.channel(cname).join("1001");
  const live = () => fake.recordings.filter((one) => one.live);

  const starting = sendAll(stage, {
    method: "POST",
    body: JSON.stringify({ uid: "900001" }),
    headers: { "content-type": "application/json" },
  });
  await until(
    () => fake.recordings.length,
    (count) => count >= many / 2,
    60_000,
  );
  const started = fake.recordings.length;
  await killAndBoot(stage);
  await starting;
  const running = await until(
    () => readAll(stage),
    (all) => all.every((one) => one?.status === "recording"),
    60_000,
  );
  // None is recorded twice, none is orphaned: what runs is what is looked after.
  expect(fake.recordings).toHaveLength(many);
  expect(new Set(live().map((one) => one.sid))).toEqual(new Set(running.map((one) => one.handle.sid)));

  await killAndBoot(stage);
  const bootedAt = fake.now();
  const checked = () =>
    new Set(
      fake.requests
        .filter(({ operation, at, status }) => operation === "recording.query" && at > bootedAt && status === 200)
        .map(({ path }) => path),
    ).size;
  await until(checked, (count) => count === many, 60_000);
  const checkedAfter = fake.now() - bootedAt;
  expect(live()).toHaveLength(many);

  const stopping = sendAll(stage, { method: "DELETE" });
  await until(
    () => live().length,
    (count) => count <= many / 2,
    60_000,
  );
  const left = live().length;
  await killAndBoot(stage);
  await stopping;
  await until(
    () => readAll(stage),
    (all) => all.every((one) => one.status === "stopped"),
    60_000,
  );
  expect(live()).toEqual([]);
  expect(fake.recordings).toHaveLength(many);
  console.log(
    `killed with ${started} of ${many} started: ${many} supervised, 0 twice, 0 orphaned; killed again: all checked ` +
      `within ${(checkedAfter / 1000).toFixed(0)} s; killed with ${left} left to stop: 0 left`,
  );

  await stage.kill();
  const files = await readdir(stage.folder, { recursive: true, withFileTypes: true });
  const dumps = await Promise.all(
    files.filter((file) => file.isFile()).map((file) => readFile(join(file.parentPath, file.name), "latin1")),
  );
  // The places that are kept were really looked at, and hold no secret.
  expect(dumps.join("")).toContain("alice-49");
  expect(Object.values(secrets).filter((secret) => dumps.join("").includes(secret))).toEqual([]);
});
