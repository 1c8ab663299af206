// P4: import, create a client, first call, in isolates that have never seen the code.
import { fileURLToPath } from "node:url";
import { bundle } from "../../scripts/lib/bundle.mjs";
import { compare } from "../lib/compare.mjs";
import { processes, workerd } from "../lib/isolates.mjs";
import { interleave } from "../lib/rounds.mjs";
import { median } from "../lib/stats.mjs";

const contestants = ["empty", "fetch", "ky-valibot", "agora"];

/** Each bundled alone, as it would be deployed. */
async function bundles() {
  const made = {};
  for (const name of contestants) {
    const file = JSON.stringify(fileURLToPath(new URL(`../cold/${name}.mjs`, import.meta.url)));
    made[name] = new TextDecoder().decode((await bundle(`export * from ${file};`)).bytes);
  }
  return made;
}

const turnsOf = (run) => Object.fromEntries(contestants.map((name) => [name, () => run(name)]));

/** How much of our time a client of thirty lines takes as well. */
function platformPart({ agora, fetch, empty }) {
  const part = (median(fetch) - median(empty)) / (median(agora) - median(empty));
  return `${(part * 100).toFixed(0)} %`;
}

export async function measure({ full }) {
  const modules = await bundles();
  const found = {};
  for (const [runtime, run] of Object.entries(await processes(modules))) {
    found[runtime] = await interleave(turnsOf(run), { rounds: full ? 40 : 9, warmUp: 1 });
  }
  const fresh = await workerd(modules);
  try {
    found.workerd = await interleave(turnsOf(fresh.run), { rounds: full ? 300 : 60, warmUp: 5 });
  } finally {
    await fresh.close();
  }
  const rows = Object.entries(found).flatMap(([what, times]) => {
    const net = (name) => times[name].map((time, round) => time - times.empty[round]);
    const line = { unit: "ms", ours: times.agora };
    return [
      compare({
        what,
        against: "hand-written ky + valibot",
        ...line,
        theirs: times["ky-valibot"],
        aim: { below: 1.5 },
      }),
      compare({ what, against: "hand-written fetch", ...line, theirs: times.fetch }),
      compare({ what, against: "empty module", ...line, theirs: times.empty }),
      compare({
        what: `${what}, both net of the empty module`,
        against: "hand-written ky + valibot",
        unit: "ms",
        ours: net("agora"),
        theirs: net("ky-valibot"),
      }),
    ];
  });
  return {
    rows,
    tables: [
      {
        title: "Milliseconds, medians",
        head: [
          "Runtime",
          "empty module",
          "hand-written fetch",
          "hand-written ky + valibot",
          "agora-edge",
          "ours to ky + valibot, net",
          "of ours, hand-written fetch takes",
        ],
        rows: Object.entries(found).map(([runtime, times]) => [
          runtime,
          ...contestants.map((name) => median(times[name]).toFixed(2)),
          ((median(times.agora) - median(times.empty)) / (median(times["ky-valibot"]) - median(times.empty))).toFixed(
            2,
          ),
          platformPart(times),
        ]),
      },
    ],
    notes: [
      "Each is one bundle with an in-memory fetch; ours is the whole client of createAgoraClient, with both services. In Node, Deno and Bun from import to the first answer in a new process, code caches off; in workerd a whole request to an isolate that is loaded for it, because clocks stand still inside.",
      "What the empty module takes belongs to nobody: where that is much, as in workerd, the ratio with the aim looks better than the code is, and the net one is the code's own. What hand-written fetch takes is mostly the platform's, which makes its own Request and Response ready: where that is much, as in Node, both ratios say little about the code. The last column is net of the empty module too.",
    ],
  };
}
