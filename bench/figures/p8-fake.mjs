// P8: the fake service: requests per second, and whether it grows.
import { createFakeAgora } from "@agora-edge/msw/fake";
import { alone, judge } from "../lib/compare.mjs";
import { cpuOf, heapUsed } from "../lib/rounds.mjs";
import { median } from "../lib/stats.mjs";

const clientRequest = {
  storageConfig: { vendor: 1, region: 0, bucket: "bucket", accessKey: "access-key", secretKey: "secret-key" },
  recordingConfig: { channelType: 1 },
};

/** The life of one recording, six requests; the clock moves on by what a person would wait. */
async function live(fake, send, index) {
  const cname = `room-${index % 50}`;
  const uid = String(900_000 + index);
  const { resourceId } = await send("POST", "acquire", { cname, uid, clientRequest: {} });
  const { sid } = await send("POST", `resourceid/${resourceId}/mode/mix/start`, { cname, uid, clientRequest });
  const path = `resourceid/${resourceId}/sid/${sid}/mode/mix`;
  for (let turn = 0; turn < 3; turn++) {
    fake.advance(5000);
    await send("GET", `${path}/query`);
  }
  await send("POST", `${path}/stop`, { cname, uid, clientRequest: {} });
  fake.advance(1000);
}

function open() {
  const fake = createFakeAgora({ rateLimit: false });
  for (let room = 0; room < 50; room++) fake.channel(`room-${room}`).join("1001");
  const authorization = `Basic ${btoa(`${fake.customerId}:${fake.customerSecret}`)}`;
  const base = `https://api.agora.io/v1/apps/${fake.appId}/cloud_recording`;
  const send = async (method, path, body) => {
    const response = await fake.fetch(`${base}/${path}`, {
      method,
      headers: { authorization, "content-type": "application/json;charset=utf-8" },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    if (response.status !== 200) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    return response.json();
  };
  return { fake, send };
}

export async function measure({ full }) {
  const requests = full ? 1_000_000 : 60_000;
  const parts = 10;
  const lives = Math.ceil(requests / 6 / parts);
  const { fake, send } = open();
  let index = 0;
  // Until everything that is kept is there.
  while (index < 3000) await live(fake, send, index++);
  const rates = [];
  const heaps = [await heapUsed()];
  for (let part = 0; part < parts; part++) {
    const micros = await cpuOf(async () => {
      for (let turn = 0; turn < lives; turn++) await live(fake, send, index++);
    });
    rates.push((lives * 6 * 1_000_000) / micros);
    heaps.push(await heapUsed());
  }
  const growth = heaps.at(-1) / heaps[0];
  const late = median(rates.slice(-3)) / median(rates.slice(0, 3));
  const exact = (value) => ({ mid: value, low: value, high: value });
  const count = (lives * 6 * parts).toLocaleString("en-US");
  return {
    rows: [
      alone({
        what: "requests per second of the processor",
        unit: "requests/s",
        value: median(rates),
        low: Math.min(...rates),
        high: Math.max(...rates),
      }),
      {
        what: `heap after ${count} requests`,
        against: "after 18,000",
        unit: "bytes",
        ours: heaps.at(-1),
        theirs: heaps[0],
        ratio: exact(growth),
        ...judge(growth, { atMost: 1.1 }),
      },
      {
        what: "requests per second in the last three tenths",
        against: "the first three",
        unit: "requests/s",
        ours: median(rates.slice(-3)),
        theirs: median(rates.slice(0, 3)),
        ratio: exact(late),
        ...judge(late, { atLeast: 0.8 }),
      },
    ],
    tables: [
      {
        title: "Heap after each tenth (MB)",
        head: heaps.map((_, part) => (part === 0 ? "before" : String(part))),
        rows: [heaps.map((bytes) => (bytes / 1_048_576).toFixed(2))],
      },
    ],
    notes: [full ? "" : "A million requests with --full."].filter(Boolean),
  };
}
