// P6: the hook in React: renders in a life cycle, and the time of a transition among 1, 100 and 1,000 mounted hooks.
import { document, settle } from "../lib/page.mjs";
import { basicAuth, createAgoraClient } from "@agora-edge/core";
import { createPageClient, preloadRecordingSession } from "@agora-edge/core/page";
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

const files = [{ fileName: "a.m3u8" }];

/** As the service answers. */
function onTheWire({ action, resourceId, sid, status }) {
  if (action === "acquire") return { resourceId };
  if (action === "start") return { resourceId, sid };
  return { resourceId, sid, serverResponse: { status, fileListMode: "json", fileList: files } };
}

/** As the proxy hands it on to a page: what the client on the server made of it. */
function finished({ action, resourceId, sid, status, cname, uid, now }) {
  if (action === "acquire") return { cname, uid, resourceId, acquiredAt: now, expiresAt: now + 300_000 };
  if (action === "start") return { appId: account.appId, cname, uid, mode: "mix", resourceId, sid, startedAt: now };
  const state = { 1: "initialized", 5: "in-progress", 7: "stopped" }[status];
  const serverResponse = { status, fileListMode: "json", fileList: files };
  return { resourceId, sid, serverResponse, state, files, upload: null };
}

/** A service in memory that answers after 100 ms. A recording runs five seconds after its start. */
function createService(clock, form, type) {
  const startedAt = new Map();
  const headers = { "content-type": type };
  return async (input, init) => {
    const url = input.url ?? input;
    const action = url.slice(url.lastIndexOf("/") + 1);
    const known = /sid\/sid-([^/]+)/.exec(url)?.[1];
    const { cname, uid = known } = action === "query" ? {} : JSON.parse(init?.body ?? (await input.text()));
    await new Promise((resolve) => clock.setTimeout(resolve, 100));
    const sid = `sid-${uid}`;
    const now = clock.now();
    if (action === "start") startedAt.set(sid, now);
    const status = action === "stop" ? 7 : now - startedAt.get(sid) < 5000 ? 1 : 5;
    const answer = form({ action, resourceId: `resource-${uid}`, sid, status, cname, uid, now });
    return new Response(JSON.stringify(answer), { headers });
  };
}

const json = "application/json";
const finishedJson = "application/vnd.agora-edge.v1+json";

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

function pageOf(client) {
  const { Row, log } = createRows((uid) => useRecordingSession(optionsOf(uid)));
  return { Row, log, wrap: (rows) => createElement(AgoraProvider, { client }, rows) };
}

function agoraPage(clock) {
  const client = createPageClient({
    appId: account.appId,
    baseUrl: "https://app.example/agora",
    clock,
    fetch: createService(clock, finished, finishedJson),
    random: () => 0,
  });
  return pageOf(client);
}

/** The client for servers, which a page can have too. */
function directPage(clock) {
  const { appId, customerId, customerSecret } = account;
  const client = createAgoraClient({
    appId,
    auth: basicAuth(customerId, customerSecret),
    dangerouslyAllowBrowser: true,
    baseUrl: "https://service.example",
    clock,
    fetch: createService(clock, onTheWire, json),
    random: () => 0,
    rateLimit: false,
  });
  return pageOf(client);
}

function queryPage(clock) {
  const api = createFetchClient({
    ...account,
    baseUrl: "https://service.example",
    fetch: createService(clock, onTheWire, json),
  });
  const client = new QueryClient({ defaultOptions: { queries: { retry: false, gcTime: Infinity } } });
  timeoutManager.setTimeoutProvider(clock);
  const { Row, log } = createRows((uid) => useRecordingQuery(api, optionsOf(uid)));
  return { Row, log, wrap: (rows) => createElement(QueryClientProvider, { client }, rows) };
}

/** Mounts so many hooks, lets each record for twenty minutes, and tells what that took from the first click on. */
async function live(makePage, count) {
  const clock = createManualClock();
  const { Row, log, wrap } = makePage(clock);
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
  await preloadRecordingSession();
  const against = "the same UI on TanStack Query";
  const rows = [];
  for (const [count, rounds] of [
    [1, 9],
    [100, 7],
    [1000, 3],
  ]) {
    const found = await interleave(
      {
        // Behind a proxy checks keep their distance: a thousand would not all be asked between two polls.
        ...(count < 1000 && { page: () => live(agoraPage, count) }),
        direct: () => live(directPage, count),
        theirs: () => live(queryPage, count),
      },
      { rounds: full ? rounds * 4 : rounds, warmUp: count === 1 ? 5 : 1 },
    );
    const line = (who, key, what, unit, aim) =>
      compare({
        what: `${what}, ${count.toLocaleString("en-US")} mounted`,
        against,
        unit,
        ours: found[who].map((life) => life[key]),
        theirs: found.theirs.map((life) => life[key]),
        aim,
      });
    if (count === 1) rows.push(line("page", "renders", "renders in a life cycle", "renders", { below: 1 }));
    if (found.page) {
      rows.push(line("page", "transition", "a transition", "µs", { atMost: 1 }));
      rows.push(line("page", "check", "a check that finds nothing new", "µs", { atMost: 1.2 }));
    }
    rows.push(line("direct", "transition", "with createAgoraClient, a transition", "µs", {}));
    rows.push(line("direct", "check", "with createAgoraClient, a check", "µs", {}));
  }
  return {
    rows,
    notes: [
      `React in production mode, in jsdom. A life cycle is idle, ${shownInLife.join(", ")}, with ${polls} checks in between that find nothing new. Time is that of the processor, requests and the service in memory included, for one of all that are mounted and do the same. The page has the client of pages, behind a proxy that has read the answers; the alternative asks the service, keeps nothing over a reload, renews no lease and settles no lost answer.`,
    ],
  };
}
