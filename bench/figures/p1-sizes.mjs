// P1: what a bundle weighs, and where every kilobyte of the smallest one goes.
import { fileURLToPath } from "node:url";
import { brotli, bundle, floor, recordingOnly } from "../../scripts/lib/bundle.mjs";
import { rolldownOf } from "../../scripts/lib/other-bundlers.mjs";
import { judge } from "../lib/compare.mjs";

const alternative = (name) => JSON.stringify(fileURLToPath(new URL(`../alternatives/${name}.mjs`, import.meta.url)));
const core = JSON.stringify(fileURLToPath(new URL("../../packages/core/src/index.ts", import.meta.url)));

const entries = {
  "recording only, with all its English texts": recordingOnly,
  "speech-to-text only (v7)":
    'import { createSttAgents, basicAuth } from "@agora-edge/core"; export { createSttAgents, basicAuth };',
  "the whole core, sessions included": 'export * from "@agora-edge/core";',
  "first load of a hook for recordings with createAgoraClient, by rolldown":
    'import { createAgoraClient } from "@agora-edge/core"; import { AgoraProvider, useRecordingSession } from "@agora-edge/react"; export { createAgoraClient, AgoraProvider, useRecordingSession };',
  "first load of a hook for recordings with createRecording, by rolldown":
    'import { createRecording } from "@agora-edge/core"; import { AgoraProvider, useRecordingSession } from "@agora-edge/react"; export { createRecording, AgoraProvider, useRecordingSession };',
  "the hooks themselves (core and React apart)": 'export * from "@agora-edge/react";',
  captions: 'export * from "@agora-edge/core/captions";',
  "locales/zh-CN": 'export * from "@agora-edge/core/locales/zh-CN";',
};

const others = {
  "ky + valibot alone (the floor)": floor,
  "hand-written ky + valibot, two operations": `export * from ${alternative("ky-valibot")};`,
  "TanStack Query core + hand-written fetch client": `export * from ${alternative("query-core")};`,
  "fetch wrapper, 30 lines": `export * from ${alternative("fetch-wrapper")};`,
};

const externalOf = (name) => (name.startsWith("the hooks") ? ["react", "react/*", "@agora-edge/core"] : []);

/** esbuild puts all that a page imports of the main entry beside what is loaded on demand into the first load: rolldown looks closer. */
const bytesOf = async (name, code) =>
  name.endsWith("rolldown") ? await rolldownOf(code) : (await bundle(code, { external: externalOf(name) })).bytes;

/** `packages/core/src/pipeline/retry.ts` → `pipeline/`, `node_modules/…/ky/…` → `ky`. */
function placeOf(file) {
  const dependency = /.*node_modules\/(@[^/]+\/[^/]+|[^/]+)\//.exec(file)?.[1];
  if (dependency) return dependency;
  const [, inside = file] = /packages\/core\/src\/(.*)/.exec(file) ?? [];
  if (inside.startsWith("locales/")) return "locales/en (the texts)";
  return inside.includes("/") ? `${inside.split("/").slice(0, -1).slice(0, 2).join("/")}/` : inside;
}

/** The bytes by folder. brotli sees the bundle as a whole, so a folder's part of it is taken to be that of its minified bytes. */
async function attribute() {
  const { inputs, bytes } = await bundle(recordingOnly.replaceAll('"@agora-edge/core"', core));
  const folders = new Map();
  for (const { file, bytes: count } of inputs) {
    const place = placeOf(file);
    folders.set(place, (folders.get(place) ?? 0) + count);
  }
  const total = [...folders.values()].reduce((sum, count) => sum + count, 0);
  const weight = brotli(bytes);
  return [...folders]
    .filter(([, count]) => count > 0)
    .sort((a, b) => b[1] - a[1])
    .map(([place, count]) => [
      place,
      count.toLocaleString("en-US"),
      `${((count / total) * 100).toFixed(1)} %`,
      Math.round((count / total) * weight).toLocaleString("en-US"),
    ]);
}

async function weigh(table) {
  const sizes = new Map();
  for (const [name, code] of Object.entries(table)) {
    const bytes = await bytesOf(name, code);
    sizes.set(name, { minified: bytes.length, brotli: brotli(bytes) });
  }
  return sizes;
}

export async function measure() {
  const ours = await weigh(entries);
  const theirs = await weigh(others);
  const against = (name) => {
    const [key] = Object.keys(entries);
    const mine = ours.get(key).brotli;
    const other = theirs.get(name).brotli;
    const mid = mine / other;
    const aim = name.includes("floor") ? { atMost: 1.6 } : {};
    return {
      what: "recording only",
      against: name,
      unit: "bytes",
      ours: mine,
      theirs: other,
      ratio: { mid, low: mid, high: mid },
      ...judge(mid, aim),
    };
  };
  const line = ([name, { minified, brotli: weight }]) => [
    name,
    minified.toLocaleString("en-US"),
    weight.toLocaleString("en-US"),
  ];
  return {
    rows: [...theirs.keys()].map(against),
    tables: [
      {
        title: "What is measured: minified, and brotli 11",
        head: ["Bundle", "minified", "brotli"],
        rows: [...[...ours].map(line), ...[...theirs].map(line)],
      },
      {
        title:
          "Where the bytes of a recording-only client go (brotli: shared out by minified bytes, so texts weigh less than it says and code more)",
        head: ["Folder", "minified", "share", "brotli, about"],
        rows: await attribute(),
      },
    ],
    notes: [],
  };
}
