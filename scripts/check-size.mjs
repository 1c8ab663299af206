// What a bundle with the SDK weighs, ky and valibot included: minified ES2022, brotli 11, in bytes.
import { brotli, bundle, floor, recordingOnly } from "./lib/bundle.mjs";
import { rolldownOf, webpackOf } from "./lib/other-bundlers.mjs";

const sessions = [
  "createMemoryStorage",
  "createRecordingSession",
  "createSttTask",
  "createWebStorage",
  "idleSnapshot",
  "localStorageAdapter",
  "recordingKey",
  "restoringSnapshot",
  "sessionStorageAdapter",
  "sessionsOf",
  "sttKey",
];
const withoutSessions = Object.keys(await import("@agora-edge/core")).filter((name) => !sessions.includes(name));

const withoutSupervisor = Object.keys(await import("@agora-edge/core/server")).filter(
  (name) => !["createSupervisor", "createRecordingSupervisor"].includes(name),
);

const chinese = /\p{Script=Han}/u;
const table = [
  {
    name: "recording only",
    code: recordingOnly,
    aim: 24_000,
    // ky 2 is 8,000 of it: docs/decisions/0043.
    limit: 31_400,
    noChinese: true,
  },
  {
    name: "speech-to-text only (v7)",
    code: 'import { createSttAgents, basicAuth } from "@agora-edge/core"; export { createSttAgents, basicAuth };',
    aim: 16_000,
    // Measured 28,088, ky 2 included. Nothing of the builder-token family is in it.
    limit: 28_300,
    noChinese: true,
  },
  {
    name: "speech-to-text only (all)",
    code: 'import { createSttAgents, createSttTasks, basicAuth } from "@agora-edge/core"; export { createSttAgents, createSttTasks, basicAuth };',
    aim: 16_000,
    // Measured 30,013.
    limit: 30_100,
    noChinese: true,
  },
  {
    name: "channel management only",
    code: 'import { createChannels, basicAuth } from "@agora-edge/core"; export { createChannels, basicAuth };',
    aim: 12_000,
    // Measured 24,005. Redaction of encodings and answers that are not read are in every client.
    limit: 24_100,
    noChinese: true,
  },
  { name: "captions", code: 'export * from "@agora-edge/core/captions";', aim: 6_000, limit: 7_000 },
  {
    name: "files",
    code: 'export * from "@agora-edge/core/files";',
    aim: 15_000,
    // Measured 14,577. Signatures are aws4fetch's, some 2,300; playback is half of the rest.
    limit: 14_800,
    noChinese: true,
  },
  {
    name: "a recording session",
    code: 'import { createAgoraClient, createRecordingSession, localStorageAdapter } from "@agora-edge/core"; export { createAgoraClient, createRecordingSession, localStorageAdapter };',
    aim: 30_000,
    // Channel management is in `createAgoraClient`; the ledger, tabs and a storage that fails in sessions: decision 0006.
    // Measured 55,216: a v7 join that nobody names ends, handles keep their grants, starts in doubt show in all tabs.
    // Each transition looks whether developer tools listen: 80 bytes.
    limit: 56_750,
    noChinese: true,
  },
  {
    name: "a recording-only session",
    code: 'import { createRecording, createRecordingSession, localStorageAdapter } from "@agora-edge/core"; export { createRecording, createRecordingSession, localStorageAdapter };',
    noChinese: true,
  },
  {
    name: "a hook for recordings alone",
    code: 'import { createRecording } from "@agora-edge/core"; import { AgoraProvider, useRecordingSession } from "@agora-edge/react"; export { createRecording, AgoraProvider, useRecordingSession };',
    external: ["react", "react/*"],
    noChinese: true,
  },
  {
    name: "the whole core but sessions",
    code: `export { ${withoutSessions.join(", ")} } from "@agora-edge/core";`,
    aim: 30_000,
    // With `explainError`, which carries the titles and causes of all services: who leaves it out saves them.
    limit: 47_200,
    noChinese: true,
  },
  // The two above together, with `migrateToRaw` and its 660 bytes of notes. Nobody imports it whole: it says what came in at all.
  { name: "the whole core", code: 'export * from "@agora-edge/core";', limit: 68_300, noChinese: true },
  { name: "machine", code: 'export * from "@agora-edge/core/machine";' },
  // Runs on servers, where nobody downloads it; still, Workers have limits, and a dependency must not slip in.
  {
    name: "server but supervision",
    code: `export { ${withoutSupervisor.join(", ")} } from "@agora-edge/core/server";`,
    aim: 27_000,
    // Measured 38,869. Finished answers for pages have titles and causes (docs/decisions/0033); the steps of the proxy are 400 of it.
    limit: 39_250,
    noChinese: true,
  },
  { name: "server", code: 'export * from "@agora-edge/core/server";', noChinese: true },
  { name: "locales/zh-CN", code: 'export * from "@agora-edge/core/locales/zh-CN";' },
  {
    name: "floor: ky + an object schema",
    code: floor,
  },
];

/** What a page has: the proxy does everything else. */
const page = (hooks) => `import { createPageClient } from "@agora-edge/core/page";
  import { AgoraProvider, localStorageAdapter, ${hooks} } from "@agora-edge/react";
  export { createPageClient, AgoraProvider, localStorageAdapter, ${hooks} };`;
const react = ["react", "react/*", "react-dom"];
/** The same with the panel for developers. */
const withDevtools = (code) => `${code} export { AgoraDevtools } from "@agora-edge/react/devtools";`;
table.unshift(
  {
    name: "page: useRecordingSession",
    code: page("useRecordingSession"),
    external: react,
    aim: 15_000,
    // What ended stays over a new client and a new storage, who only looks is no user: 500 bytes.
    // `locale` of the provider: 50; a failed connection names CORS where a browser hides it: 90.
    // What is being started goes on under a new client: 40.
    limit: 10_900,
    noChinese: true,
    isPage: true,
  },
  // The words themselves come on demand; `explainError` in their place is as large.
  {
    name: "page: errors in words",
    code: page("useRecordingSession, useExplanation"),
    external: react,
    limit: 11_500,
    noChinese: true,
  },
  {
    name: "page: a list of what runs",
    code: page("useRecordingSession, useSessions"),
    external: react,
    limit: 11_300,
    noChinese: true,
  },
  {
    name: "page: with useSttTask",
    code: page("useRecordingSession, useSttTask"),
    external: react,
    aim: 17_500,
    limit: 11_100,
    noChinese: true,
    isPage: true,
  },
  // The first command, or a record in storage, loads the code of the session: docs/decisions/0041.
  {
    name: "page: once something runs",
    code: page("useRecordingSession"),
    external: react,
    onDemand: /\/whole-recording-session/,
    // Measured 28,233. Starts in doubt show in all tabs, and a stop of one waits for the network: 550 bytes.
    // Each transition looks whether developer tools listen: 80 bytes.
    limit: 29_950,
    noChinese: true,
  },
  // What is left of the panel: a component that is nothing.
  {
    name: "page: devtools in production",
    code: withDevtools(page("useRecordingSession")),
    external: react,
    conditions: ["production"],
    limit: 10_850,
    noChinese: true,
  },
  {
    name: "devtools, in development",
    code: 'export * from "@agora-edge/react/devtools";',
    external: [...react, "@agora-edge/core/page"],
    limit: 13_500,
  },
  {
    name: "page: the client alone",
    code: 'export { createPageClient } from "@agora-edge/core/page";',
    noChinese: true,
    isPage: true,
  },
);

/** What a page loads at first with other bundlers. */
const others = [
  { name: "page, by rolldown", code: page("useRecordingSession"), by: rolldownOf, aim: 15_000, limit: 10_200 },
  { name: "page, by webpack", code: page("useRecordingSession"), by: webpackOf, aim: 15_000, limit: 10_900 },
  {
    name: "devtools left out, by webpack",
    code: withDevtools(page("useRecordingSession")),
    by: webpackOf,
    limit: 11_100,
  },
  {
    name: "both hooks, by rolldown",
    code: page("useRecordingSession, useSttTask"),
    by: rolldownOf,
    aim: 17_500,
    limit: 10_750,
  },
  {
    name: "both hooks, by webpack",
    code: page("useRecordingSession, useSttTask"),
    by: webpackOf,
    aim: 17_500,
    limit: 11_150,
  },
];

/**
 * What has no business in the first load of a page: ky, valibot, and of the sources the pipeline, checks, the catalogue, texts of
 * services, the life cycle of what runs, and what developers look at it with.
 */
const foreignToPages =
  /node_modules|core\/src\/(auth|catalogue|channels|tokens|pipeline|server)\/|redact\/(?!secret-field)|validation\/(?!issue|absent)|\/validate\/|locales\/en\/(?!local|extra)|locales\/zh|src\/index\.ts|machine\/(?!idle-snapshot|same-snapshot)|effects\/(?!to-agora-error)|(react|core)\/src\/(devtools|inspect)|sessions\/(session|persister|recording-session|stt-task)\.ts/;

const number = (value) => value.toLocaleString("en-US").padStart(7);

/** Where a size stands between its aim and its limit, in words. */
function judge(size, aim, limit) {
  if (aim === undefined)
    return limit !== undefined && size > limit ? `above the limit of ${number(limit).trim()}: FAILS` : "";
  const distance = `aim ${number(aim)}: ${number(Math.abs(aim - size)).trim()} ${size > aim ? "over" : "under"}`;
  return size > limit ? `${distance}, and above the limit of ${number(limit).trim()}: FAILS` : distance;
}

console.log("minified + brotli, in bytes");
for (const { name, code, external, onDemand, conditions, aim, limit, noChinese, isPage } of table) {
  const { bytes } = await bundle(code, { external, onDemand, conditions });
  const size = brotli(bytes);
  console.log(`  ${name.padEnd(30)}${number(size)}   ${judge(size, aim, limit)}`.trimEnd());
  if (limit !== undefined && size > limit) process.exitCode = 1;
  if (noChinese && chinese.test(new TextDecoder().decode(bytes))) {
    console.error(`  ${name} contains Chinese text: a catalogue that nobody asked for is in the bundle.`);
    process.exitCode = 1;
  }
  if (!isPage) continue;
  const { inputs } = await bundle(code, { external, sources: true });
  for (const { file, bytes: length } of inputs) {
    if (length === 0 || !foreignToPages.test(file)) continue;
    console.error(`  ${name} contains ${length} bytes of ${file}, which a page behind a proxy does not need.`);
    process.exitCode = 1;
  }
}
for (const { name, code, by, aim, limit } of others) {
  const size = brotli(await by(code));
  console.log(`  ${name.padEnd(30)}${number(size)}   ${judge(size, aim, limit)}`);
  if (size > limit) process.exitCode = 1;
}
