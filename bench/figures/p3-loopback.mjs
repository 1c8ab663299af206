// P3: calls per second over HTTP on the loopback interface, connections kept.
import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { basicAuth, createAgoraClient } from "@agora-edge/core";
import { createFetchClient } from "../alternatives/fetch-wrapper.mjs";
import { createKyValibotClient } from "../alternatives/ky-valibot.mjs";
import { compare } from "../lib/compare.mjs";
import { interleave } from "../lib/rounds.mjs";
import { account, handle } from "../lib/wire.mjs";

/** Calls per second with so many in flight. */
const throughput = (call, inFlight, count) => async () => {
  let left = count;
  const begin = performance.now();
  await Promise.all(
    Array.from({ length: inFlight }, async () => {
      while (left-- > 0) await call();
    }),
  );
  return (count * 1000) / (performance.now() - begin);
};

function clientsOf(baseUrl) {
  const { appId, customerId, customerSecret } = account;
  const url = `${baseUrl}/v1/apps/${appId}/cloud_recording/resourceid/${handle.resourceId}/sid/${handle.sid}/mode/mix/query`;
  const authorization = `Basic ${btoa(`${customerId}:${customerSecret}`)}`;
  const agora = createAgoraClient({ appId, auth: basicAuth(customerId, customerSecret), baseUrl, rateLimit: false });
  const wrapper = createFetchClient({ ...account, baseUrl });
  const kyValibot = createKyValibotClient({ ...account, baseUrl });
  return {
    ours: () => agora.recording.query(handle),
    "plain fetch + JSON": async () => (await fetch(url, { headers: { authorization } })).json(),
    "fetch wrapper, 30 lines": () => wrapper.query(handle),
    "hand-written ky + valibot": () => kyValibot.query(handle),
  };
}

export async function measure({ full }) {
  const server = fork(fileURLToPath(new URL("../lib/loopback.mjs", import.meta.url)), { execArgv: [] });
  const [port] = await once(server, "message");
  const clients = clientsOf(`http://127.0.0.1:${port}`);
  const rows = [];
  const plan = { rounds: full ? 120 : 40, warmUp: 8 };
  for (const [inFlight, count] of [
    [1, 100],
    [64, 320],
  ]) {
    const contestants = Object.entries(clients).map(([name, call]) => [name, throughput(call, inFlight, count)]);
    const { ours, ...others } = await interleave(Object.fromEntries(contestants), plan);
    for (const [against, theirs] of Object.entries(others)) {
      const aim = against.startsWith("plain") ? { atLeast: 0.9 } : {};
      rows.push(compare({ what: `query, ${inFlight} in flight`, against, unit: "calls/s", ours, theirs, aim }));
    }
  }
  server.disconnect();
  return {
    rows,
    notes: [
      "The server is a process of its own; both share the machine. The client's rate limiter is off; more is better.",
    ],
  };
}
