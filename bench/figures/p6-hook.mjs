// P6: the hook in React: renders in a life cycle, and the time of a transition among 1, 100 and 1,000 mounted hooks.
import { document, settle } from "../lib/page.mjs";
import { basicAuth, createAgoraClient } from "@agora-edge/core";
import { AgoraProvider, useRecordingSession } from "@agora-edge/react";
import { QueryClient, QueryClientProvider, timeoutManager } from "@tanstack/react-query";
import { createElement } from "react";
import { flushSync } from "react-dom";
import { createRoot } from "react-dom/client";
import { createFetchClient } from "../alternatives/fetch-wrapper.mjs";
import { useRecordingQuery } from "../alternatives/use-recording-query.mjs";
import { compare } from "../lib/compare.mjs";
import { createManualClock } from "../lib/manual-clock.mjs";
import { cpuOf, interleave } from "../lib/rounds.mjs";
import { account } from "../lib/wire.mjs";

/** idle, then these. */
const shownInLife = ["acquiring", "starting", "recording", "stopping", "stopped"];
const polls = 10;

const clientRequest = {
  storageConfig: { vendor: 1, region: 0, bucket: "bucket", accessKey: "access-key", secretKey: "secret-key" },
  recordingConfig: { channelType: 1 },
};
const optionsOf = (uid) => ({ cname: "room-1", uid, mode: "mix", clientRequest });

/** A service in memory that answers after 100 ms. A recording runs five seconds after its start. */
function createService(clock) {
  const startedAt = new Map();
  return async (input, init) => {
    const path = new URL(input.url ?? input).pathname;
    const sid = /sid\/([^/]+)/.exec(path)?.[1];
    const { uid = "" } = path.endsWith("/query") ? {} : JSON.parse(init?.body ?? (await input.text()));
    await new Promise((resolve) => clock.setTimeout(resolve, 100));
    if (path.endsWith("/start")) startedAt.set(`sid-${uid}`, clock.now());
    const status = path.endsWith("/stop") ? 7 : clock.now() - startedAt.get(sid) < 5000 ? 1 : 5;
    const serverResponse = { status, fileListMode: "json", fileList: [{ fileName: "a.m3u8" }] };
    const resourceId = `resource-${uid}`;
    return Response.json(
      path.endsWith("/acquire")
        ? { resourceId }
        : { resourceId, sid: sid ?? `sid-${uid}`, ...(path.endsWith("/start") ? {} : { serverResponse }) },
    );
  };
}

/** A list of recordings. Every row notes its renders, what it showed, and the commands of its last render. */
function createRows(useRecording) {
  const log = { renders: 0, shown: new Map(), commands: new Map() };
  function Row({ uid }) {
    const recording = useRecording(uid);
    log.renders++;
    const shown = log.shown.get(uid) ?? [];
    log.shown.set(uid, shown);
    if (shown.at(-1) !== recording.status) shown.push(recording.status);
    log.commands.set(uid, recording);
    return createElement("li", null, `${uid} ${recording.status} ${recording.files.length} ${recording.error ?? ""}`);
  }
  return { Row, log };
}

function agoraPage(clock, fetch) {
  const { appId, customerId, customerSecret } = account;
  const client = createAgoraClient({
    appId,
    auth: basicAuth(customerId, customerSecret),
    dangerouslyAllowBrowser: true,
    baseUrl: "https://service.example",
    clock,
    fetch,
    random: () => 0,
    rateLimit: false,
  });
  const { Row, log } = createRows((uid) => useRecordingSession(optionsOf(uid)));
  return { Row, log, wrap: (rows) => createElement(AgoraProvider, { client }, rows) };
}

function queryPage(clock, fetch) {
  const api = createFetchClient({ ...account, baseUrl: "https://service.example", fetch });
  const client = new QueryClient({ defaultOptions: { queries: { retry: false, gcTime: Infinity } } });
  timeoutManager.setTimeoutProvider(clock);
  const { Row, log } = createRows((uid) => useRecordingQuery(api, optionsOf(uid)));
  return { Row, log, wrap: (rows) => createElement(QueryClientProvider, { client }, rows) };
}

/** Mounts so many hooks, lets each record for twenty minutes, and tells what that took from the first click on. */
async function live(makePage, count) {
  const clock = createManualClock();
  const { Row, log, wrap } = makePage(clock, createService(clock));
  const uids = Array.from({ length: count }, (_, index) => String(index + 1));
  const root = createRoot(document.querySelector("#root"));
  flushSync(() => root.render(wrap(uids.map((uid) => createElement(Row, { key: uid, uid })))));
  await settle();
  const all = (command) => uids.map((uid) => log.commands.get(uid)[command]());
  const until = async (status, step) => {
    for (let turn = 0; turn < 100; turn++) {
      await settle();
      if (uids.every((uid) => log.shown.get(uid).at(-1) === status)) return;
      await clock.advance(step);
    }
    throw new Error(`"${status}" was not shown, but ${log.shown.get("1")}`);
  };
  const starting = await cpuOf(async () => {
    const started = all("start");
    await until("starting", 100);
    await until("recording", 1000);
    await Promise.all(started);
  });
  const polling = await cpuOf(async () => {
    for (let poll = 0; poll < polls; poll++) {
      await clock.advance(120_000);
      await settle();
    }
  });
  const stopping = await cpuOf(async () => {
    const stopped = all("stop");
    await until("stopped", 100);
    await Promise.all(stopped);
  });
  const shown = log.shown.get("1").join(" ");
  if (shown !== ["idle", ...shownInLife].join(" ")) throw new Error(`what was shown: ${shown}`);
  root.unmount();
  await settle();
  return {
    renders: log.renders / count,
    transition: (starting + stopping) / count / shownInLife.length,
    check: polling / count / polls,
  };
}

export async function measure({ full }) {
  const against = "the same UI on TanStack Query";
  const rows = [];
  for (const [count, rounds] of [
    [1, 9],
    [100, 7],
    [1000, 3],
  ]) {
    const found = await interleave(
      { ours: () => live(agoraPage, count), theirs: () => live(queryPage, count) },
      { rounds: full ? rounds * 4 : rounds, warmUp: count === 1 ? 5 : 1 },
    );
    const line = (key, what, unit, aim) =>
      compare({
        what: `${what}, ${count.toLocaleString("en-US")} mounted`,
        against,
        unit,
        ours: found.ours.map((life) => life[key]),
        theirs: found.theirs.map((life) => life[key]),
        aim,
      });
    if (count === 1) rows.push(line("renders", "renders in a life cycle", "renders", { below: 1 }));
    rows.push(line("transition", "a transition", "µs", { atMost: 1 }));
    rows.push(line("check", "a check that finds nothing new", "µs", {}));
  }
  return {
    rows,
    notes: [
      `React in production mode, in jsdom. A life cycle is idle, ${shownInLife.join(", ")}, with ${polls} checks in between that find nothing new. Time is that of the processor, requests included, for one of all that are mounted and do the same. The alternative keeps nothing over a reload, renews no lease and settles no lost answer.`,
    ],
  };
}
