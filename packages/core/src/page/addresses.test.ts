import { expect, test } from "vitest";
import { createAgoraClient } from "../client/agora-client.ts";
import { operations } from "../contract.ts";
import { createPageClient } from "./client.ts";

const appId = "app1";
const baseUrl = "https://app.example/api/agora";
const odd = "a/b?c#d e=";
const handle = { appId, cname: "room-1", uid: "1", mode: "mix", resourceId: odd, sid: odd, startedAt: 0 } as const;
const task = { appId, version: "v6", taskId: odd, tokenName: odd, startedAt: 0 } as const;
const agent = { appId, version: "v7", agentId: odd, name: "agent-1", startedAt: 0 } as const;
const channels = { channelName: "room-1", subBotUid: "11", pubBotUid: "12" };
const storageConfig = { vendor: 1, region: 0, bucket: "b", accessKey: "a", secretKey: "s" } as const;

type Clients = Pick<ReturnType<typeof createAgoraClient>, "sttAgents" | "sttTasks"> & {
  readonly recording: Omit<ReturnType<typeof createAgoraClient>["recording"], "notificationAddresses">;
};

/** A call of each operation that pages have. */
const calls: Readonly<Record<string, (client: Clients) => Promise<unknown>>> = {
  "recording.acquire": ({ recording }) => recording.acquire({ cname: "room-1", uid: "1" }),
  "recording.start": ({ recording }) =>
    recording.start({ cname: "room-1", uid: "1", resourceId: odd, mode: "mix", clientRequest: { storageConfig } }),
  "recording.query": ({ recording }) => recording.query(handle),
  "recording.update": ({ recording }) => recording.update(handle, { streamSubscribe: {} }),
  "recording.updateLayout": ({ recording }) => recording.updateLayout(handle, { mixedVideoLayout: 1 }),
  "recording.stop": ({ recording }) => recording.stop(handle, { async_stop: true }),
  "sttAgents.join": ({ sttAgents }) => sttAgents.join({ name: "agent-1", languages: ["en-US"], rtcConfig: channels }),
  "sttAgents.get": ({ sttAgents }) => sttAgents.get(agent),
  "sttAgents.update": ({ sttAgents }) => sttAgents.update(agent, { languages: ["en-US"] }),
  "sttAgents.leave": ({ sttAgents }) => sttAgents.leave(agent),
  "sttAgents.list": ({ sttAgents }) => sttAgents.list({ channel: "room-1" })[Symbol.asyncIterator]().next(),
  "sttTasks.acquire": ({ sttTasks }) => sttTasks.acquire({ instanceId: "room-1" }),
  "sttTasks.start": ({ sttTasks }) =>
    sttTasks.start({ tokenName: odd, version: "v6", request: { languages: ["en-US"], rtcConfig: channels } }),
  "sttTasks.query": ({ sttTasks }) => sttTasks.query(task),
  "sttTasks.update": ({ sttTasks }) => sttTasks.update(task, { languages: ["en-US"] }),
  "sttTasks.stop": ({ sttTasks }) => sttTasks.stop(task),
};

/** They order the updates of all pages, so the client behind the proxy writes them. */
const writtenByProxy = ["sequenceId", "updateMask"];

/** The first request that a call makes. Nobody answers it. */
async function sentBy(make: (fetch: typeof globalThis.fetch) => Clients, call: (client: Clients) => Promise<unknown>) {
  const requests: Request[] = [];
  const client = make(async (input, init) => {
    requests.push(new Request(input, init));
    return new Response("{}", { status: 400 });
  });
  const failure: unknown = await call(client).catch((error: unknown) => error);
  const [request] = requests;
  if (!request) throw failure;
  const { pathname, search } = new URL(request.url);
  return { method: request.method, pathname, search };
}

test("a page has a call of each operation that the proxy serves", () => {
  const served = operations.filter(({ isForPages, name }) => isForPages && !name.startsWith("channels."));
  expect(Object.keys(calls).toSorted()).toEqual(served.map(({ name }) => name).toSorted());
});

test.each(Object.entries(calls))("%s of a page goes where the operation says", async (_, call) => {
  const own = await sentBy((fetch) => createPageClient({ appId, baseUrl, fetch }), call);
  const operation = await sentBy((fetch) => createAgoraClient({ appId, baseUrl, fetch, retry: false }), call);
  // What the page asks of the proxy besides is not part of the address.
  const { search, ...rest } = own;
  expect(rest).toEqual({ method: operation.method, pathname: operation.pathname });
  const needed = [...new URLSearchParams(operation.search)].filter(([name]) => !writtenByProxy.includes(name));
  expect([...new URLSearchParams(search)]).toEqual(expect.arrayContaining(needed));
});
