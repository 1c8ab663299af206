// Asks one fake for very much, and says what of it stays in memory.
import { createFakeAgora } from "@agora-edge/msw/fake";

const wanted = Number(process.argv[2]);
const warmUp = wanted / 4;

const fake = createFakeAgora({ rateLimit: false });
fake.onNotification(() => {}, { copies: 2, reorder: 500 });
const headers = {
  authorization: `Basic ${btoa(`${fake.customerId}:${fake.customerSecret}`)}`,
  "content-type": "application/json",
};
const storageConfig = { vendor: 1, region: 0, bucket: "bucket", accessKey: "key", secretKey: "key-secret" };

async function ask(method, path, body) {
  const response = await fake.fetch(`https://api.agora.io${path}`, {
    method,
    headers,
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  const text = await response.text();
  return text === "" ? {} : JSON.parse(text);
}

/** The life of a recording and of a transcription, and a lease that nobody uses: 12 requests. */
async function live(number) {
  const who = { cname: `room-${number % 50}`, uid: "900001" };
  const room = fake.channel(who.cname);
  room.join("1001");
  const app = `/v1/apps/${fake.appId}/cloud_recording`;
  const acquire = () => ask("POST", `${app}/acquire`, { ...who, clientRequest: {} });
  await acquire();
  const { resourceId } = await acquire();
  const resource = `${app}/resourceid/${resourceId}`;
  const { sid } = await ask("POST", `${resource}/mode/mix/start`, { ...who, clientRequest: { storageConfig } });
  const session = `${resource}/sid/${sid}/mode/mix`;
  for (let query = 0; query < 3; query += 1) {
    fake.advance(6000);
    await ask("GET", `${session}/query`);
  }
  await ask("POST", `${session}/stop`, { ...who, clientRequest: {} });
  const agents = `/api/speech-to-text/v1/projects/${fake.appId}`;
  const rtcConfig = { channelName: who.cname, pubBotUid: "88222" };
  const { agent_id } = await ask("POST", `${agents}/join`, { name: who.cname, languages: ["en-US"], rtcConfig });
  fake.advance(2000);
  await ask("GET", `${agents}/agents/${agent_id}`);
  await ask("POST", `${agents}/agents/${agent_id}/leave`);
  await ask("POST", `/v1/projects/${fake.appId}/rtsc/speech-to-text/builderTokens`, { instanceId: who.cname });
  await ask("GET", "/v1/nothing");
  room.leave("1001");
  fake.advance(30_000);
}

let lives = 0;
async function until(count) {
  while (fake.requestCount < count) await live(lives++);
  for (let turn = 0; turn < 3; turn += 1) {
    globalThis.gc();
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return process.memoryUsage().heapUsed;
}

const before = await until(warmUp);
const began = performance.now();
const after = await until(wanted);
const perSecond = Math.round((fake.requestCount - warmUp) / ((performance.now() - began) / 1000));
const ended = fake.recordings.filter(({ ending }) => ending === "requested").length;
console.log(
  JSON.stringify({
    requests: fake.requestCount,
    lives,
    kept: fake.requests.length,
    ended,
    growth: after - before,
    perSecond,
  }),
);
