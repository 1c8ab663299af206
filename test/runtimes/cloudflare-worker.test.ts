import { expect, onTestFinished, test } from "vitest";
import { startStage, until, type StageOptions } from "./cloudflare-worker-stage.ts";

async function start(options?: StageOptions) {
  const stage = await startStage(options);
  onTestFinished(() => stage.close());
  const read = async (cname: string) => (await stage.send(`/recordings/${cname}`)).json();
  return { stage, fake: stage.fake, read };
}
const post = (body: object) => ({ method: "POST", body: JSON.stringify(body) });

test("a supervised recording survives a killed runtime", { timeout: 40_000 }, async () => {
  const { stage, fake, read } = await start();
  fake.channel("alice-1").join("1001");
  const answer = await stage.send("/recordings/alice-1", post({ uid: "900001" }));
  expect(await answer.json()).toMatchObject({ status: "starting", handle: { cname: "alice-1", uid: "900001" } });
  await until(
    () => read("alice-1"),
    ({ status }) => status === "recording",
  );
  const t = Date.now();
  await stage.kill();
  console.log("kill", Date.now() - t);
  await stage.boot();
  console.log("boot", Date.now() - t);
  const count = fake.requests.length;
  await until(
    () => fake.requests.length,
    (n) => n > count + 1,
    15_000,
  );
  expect(await read("alice-1")).toMatchObject({ status: "recording" });
  expect(await (await stage.send("/recordings/alice-1", { method: "DELETE" })).json()).toMatchObject({
    status: "stopped",
  });
  expect(fake.recordings.filter((one) => one.live)).toEqual([]);
});
