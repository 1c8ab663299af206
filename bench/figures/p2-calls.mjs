// P2: what the client itself costs, with a fetch that answers at once.
import { basicAuth, createAgoraClient } from "@agora-edge/core";
import { createFetchClient } from "../alternatives/fetch-wrapper.mjs";
import { createKyClient } from "../alternatives/ky-alone.mjs";
import { createKyValibotClient } from "../alternatives/ky-valibot.mjs";
import { compare } from "../lib/compare.mjs";
import { interleave, timed } from "../lib/rounds.mjs";
import { account, acquireRequest, answers, handle, instantFetch } from "../lib/wire.mjs";

const baseUrl = "https://service.example";

/** Every client with one operation; ours checks the request, decodes the answer and checks it, as `ky + valibot` does. */
function contestantsFor(operation, subject) {
  const { appId, customerId, customerSecret } = account;
  const agora = createAgoraClient({
    appId,
    auth: basicAuth(customerId, customerSecret),
    baseUrl,
    // The documented quota would hold back all but ten calls a second.
    rateLimit: false,
  });
  const options = { ...account, baseUrl };
  const clients = {
    ours: agora.recording,
    "ky alone, defaults": createKyClient(options),
    "hand-written ky + valibot": createKyValibotClient(options),
    "fetch wrapper, 30 lines": createFetchClient(options),
  };
  return Object.fromEntries(
    Object.entries(clients).map(([name, client]) => [name, timed(() => client[operation](subject), 200)]),
  );
}

export async function measure({ full }) {
  const plan = { rounds: full ? 400 : 100, warmUp: 20 };
  const rows = [];
  for (const [operation, subject] of [
    ["acquire", acquireRequest],
    ["query", handle],
  ]) {
    // All take the platform's, as they do in an app.
    const { fetch } = globalThis;
    globalThis.fetch = instantFetch(answers[operation]);
    const measured = interleave(contestantsFor(operation, subject), plan);
    const { ours, ...others } = await measured.finally(() => (globalThis.fetch = fetch));
    for (const [against, theirs] of Object.entries(others)) {
      const aim = against.startsWith("ky alone") ? { atMost: 1 } : {};
      rows.push(compare({ what: operation, against, unit: "µs", ours, theirs, aim }));
    }
  }
  return {
    rows,
    notes: [
      `${plan.rounds} rounds of 200 calls, one after another, in time of the processor; the client's rate limiter is off.`,
    ],
  };
}
