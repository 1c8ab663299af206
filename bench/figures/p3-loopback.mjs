// P3: calls per second over HTTP on the loopback interface, connections kept.
import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { basicAuth, createAgoraClient } from "@agora-edge/core";
import { createFetchClient } from "../alternatives/fetch-wrapper.mjs";
import { createKyClient } from "../alternatives/ky-alone.mjs";
import { createKyValibotClient } from "../alternatives/ky-valibot.mjs";
import { compare } from "../lib/compare.mjs";
import { cpuOf, interleave } from "../lib/rounds.mjs";
import { median } from "../lib/stats.mjs";
import { account, handle } from "../lib/wire.mjs";

const percent = (part) => `${(part * 100).toFixed(0)} %`;

/** With so many in flight: calls per second, and microseconds of this process for each. */
const load = (call, inFlight, count) => async () => {
  let left = count;
  const begin = performance.now();
  const cpu = await cpuOf(() =>
    Promise.all(
      Array.from({ length: inFlight }, async () => {
        while (left-- > 0) await call();
      }),
    ),
  );
  return { rate: (count * 1000) / (performance.now() - begin), cpu: cpu / count };
};

function clientsOf(baseUrl) {
  const { appId, customerId, customerSecret } = account;
  const url = `${baseUrl}/v1/apps/${appId}/cloud_recording/resourceid/${handle.resourceId}/sid/${handle.sid}/mode/mix/query`;
  const authorization = `Basic ${btoa(`${customerId}:${customerSecret}`)}`;
  const agora = createAgoraClient({ appId, auth: basicAuth(customerId, customerSecret), baseUrl, rateLimit: false });
  const wrapper = createFetchClient({ ...account, baseUrl });
  const kyAlone = createKyClient({ ...account, baseUrl });
  const kyValibot = createKyValibotClient({ ...account, baseUrl });
  return {
    ours: () => agora.recording.query(handle),
    "plain fetch + JSON": async () => (await fetch(url, { headers: { authorization } })).json(),
    "fetch wrapper, 30 lines": () => wrapper.query(handle),
    "ky alone, defaults": () => kyAlone.query(handle),
    "hand-written ky + valibot": () => kyValibot.query(handle),
  };
}

export async function measure({ full }) {
  const server = fork(fileURLToPath(new URL("../lib/loopback.mjs", import.meta.url)), { execArgv: [] });
  const [port] = await once(server, "message");
  const clients = clientsOf(`http://127.0.0.1:${port}`);
  const rows = [];
  const cpuRows = [];
  const shares = [];
  const plan = { rounds: full ? 120 : 40, warmUp: 8 };
  for (const [inFlight, count] of [
    [1, 100],
    [64, 320],
  ]) {
    const contestants = Object.entries(clients).map(([name, call]) => [name, load(call, inFlight, count)]);
    const { ours, ...others } = await interleave(Object.fromEntries(contestants), plan);
    const what = `query, ${inFlight} in flight`;
    const of = (key, rounds) => rounds.map((round) => round[key]);
    for (const [against, theirs] of Object.entries(others)) {
      const aim = against.startsWith("plain") ? { atLeast: 0.9 } : {};
      const line = (key, unit) => ({ against, unit, ours: of(key, ours), theirs: of(key, theirs) });
      rows.push(compare({ what, ...line("rate", "calls/s"), aim }));
      cpuRows.push(compare({ what: `time of the processor for one, ${inFlight} in flight`, ...line("cpu", "µs") }));
    }
    const plain = median(of("cpu", others["plain fetch + JSON"]));
    const withKy = median(of("cpu", others["ky alone, defaults"])) - plain;
    const withOurs = median(of("cpu", ours)) - plain;
    shares.push([what, ...[plain, withKy, withOurs].map((cpu) => cpu.toFixed(0)), percent(withKy / withOurs)]);
  }
  server.disconnect();
  return {
    rows: [...rows, ...cpuRows],
    tables: [
      {
        title: "Time of the processor for a call (µs), medians, and what is added to it",
        head: ["", "plain fetch + JSON", "ky alone adds", "agora-edge adds", "ky alone's to ours"],
        rows: shares,
      },
    ],
    notes: [
      "The server is a process of its own; both share the machine. The client's rate limiter is off. Of calls per second more is better, of the time of the processor less; that one is of the client's process alone.",
    ],
  };
}
