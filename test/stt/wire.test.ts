import { type AgoraClient, basicAuth, createAgoraClient } from "@agora-edge/core";
import { createFakeAgora } from "@agora-edge/msw/fake";
import { describe, expect, test } from "vitest";
import { foreignSamples, ownSamples, type SttSample } from "./wire-samples.ts";

interface Parts {
  appId: string;
  /** The qualified operation. */
  operation: string;
  /** Of the task or agent. */
  id: string;
  tokenName: string;
  query: Map<string, string>;
}

/** A query string without the rule that a plus is a blank: the samples hold tokens as they are. */
function readQuery(query: string): Map<string, string> {
  const pairs = query === "" ? [] : query.split("&");
  return new Map(pairs.map((pair) => [pair.slice(0, pair.indexOf("=")), pair.slice(pair.indexOf("=") + 1)]));
}

function readSample({ method, path }: SttSample): Parts {
  const [route = "", search = ""] = path.split("?");
  const parts = route.split("/");
  const query = readQuery(search);
  const last = parts.at(-1) ?? "";
  const shared = {
    appId: parts[parts.indexOf("projects") + 1] ?? "",
    tokenName: query.get("builderToken") ?? "",
    query,
  };
  if (route.includes("/rtsc/")) {
    const id = parts.includes("tasks") ? (parts[parts.indexOf("tasks") + 1] ?? "") : "";
    const onTask = { GET: "query", PATCH: "update", DELETE: "stop" }[method] ?? "start";
    return { ...shared, id, operation: `sttTasks.${last === "builderTokens" ? "acquire" : onTask}` };
  }
  const id = parts.includes("agents") ? (parts[parts.indexOf("agents") + 1] ?? "") : "";
  const action = last === "agents" ? "list" : last === id ? "get" : last;
  return { ...shared, id, operation: `sttAgents.${action}` };
}

/** Calls the operation of a sample with the sample's own values; what types they have is checked at run time. */
async function callLike(sample: SttSample, agora: AgoraClient, parts: Parts): Promise<unknown> {
  const { tokenName, id, appId, query } = parts;
  const body = (sample.body ?? {}) as never;
  const task = { appId, tokenName, taskId: id };
  const agent = { appId, agentId: id };
  switch (parts.operation) {
    case "sttTasks.acquire":
      return agora.sttTasks.acquire(body);
    case "sttTasks.start":
      return agora.sttTasks.start({
        tokenName,
        version: "audio" in (sample.body ?? {}) ? "beta" : "v6",
        request: body,
      });
    case "sttTasks.query":
      return agora.sttTasks.query(task);
    case "sttTasks.update":
      return agora.sttTasks.update(task, body);
    case "sttTasks.stop":
      return agora.sttTasks.stop(task);
    case "sttAgents.join":
      return agora.sttAgents.join(body);
    case "sttAgents.get":
      return agora.sttAgents.get(agent);
    case "sttAgents.update":
      return agora.sttAgents.update(agent, body);
    case "sttAgents.leave":
      return agora.sttAgents.leave(agent);
    case "sttAgents.list": {
      const found: unknown[] = [];
      const limit = Number(query.get("limit"));
      const filter = { ...Object.fromEntries(query), limit };
      for await (const item of agora.sttAgents.list(filter)) found.push(item);
      return found;
    }
    default:
      throw new Error(`${sample.name}: no operation ${parts.operation}`);
  }
}

const samples = [...ownSamples, ...foreignSamples()];
const decoded = (query: Map<string, string>) =>
  Object.fromEntries(
    [...query].filter(([name]) => name !== "sequenceId").map(([name, value]) => [name, decodeURIComponent(value)]),
  );

describe.each(samples.map((sample) => [sample.name, sample] as const))("%s", (_, sample) => {
  const parts = readSample(sample);

  test("is sent with the same method, path, query and body", async () => {
    const sent: Request[] = [];
    const agora = createAgoraClient({
      appId: parts.appId,
      auth: basicAuth("id", "secret"),
      fetch: async (input, init) => {
        const request = new Request(input, init);
        sent.push(request);
        return Response.json({ tokenName: "t", taskId: "T", agent_id: "A", status: "RUNNING", data: { list: [] } });
      },
    });
    await callLike(sample, agora, parts);
    const [request] = sent;
    const url = new URL(request?.url ?? "");
    const [path = "", query = ""] = sample.path.split("?");
    expect(request?.method).toBe(sample.method);
    expect(url.pathname).toBe(path);
    expect(decoded(readQuery(url.search.slice(1)))).toEqual(decoded(readQuery(query)));
    expect(url.search.includes("sequenceId")).toBe(query.includes("sequenceId"));
    const text = (await request?.text()) ?? "";
    expect(text === "" ? null : JSON.parse(text)).toEqual(sample.body ?? null);
  });

  test("is accepted by the fake", async () => {
    const fake = createFakeAgora({ appId: parts.appId, customerId: "id", customerSecret: "secret" });
    fake.channel("room-1").join("101");
    fake.channel("room1").join("101");
    const agora = createAgoraClient({
      appId: parts.appId,
      auth: basicAuth("id", "secret"),
      fetch: fake.fetch,
      clock: fake.clock,
      retry: false,
    });
    const [family, action] = parts.operation.split(".");
    const runs = !["acquire", "join", "list"].includes(action ?? "");
    const lease = family === "sttTasks" && runs ? await agora.sttTasks.acquire({ instanceId: "room-1" }) : undefined;
    let ids = { ...parts, tokenName: lease?.tokenName ?? "" };
    if (lease && action !== "start") {
      const request = {
        languages: ["en-US"],
        rtcConfig: { channelName: "room-1", subBotUid: "1000", pubBotUid: "2000" },
      };
      const { taskId } = await agora.sttTasks.start({ ...lease, version: "v6", request });
      ids = { ...ids, id: taskId };
    }
    if (family === "sttAgents" && runs) {
      const rtcConfig = { channelName: "room-1", pubBotUid: "2000" };
      const { agentId } = await agora.sttAgents.join({ name: "a", languages: ["en-US"], rtcConfig });
      ids = { ...ids, id: agentId };
    }
    fake.advance(10_000);
    expect(await callLike(sample, agora, ids)).toBeTypeOf("object");
    expect(fake.requests.at(-1)).toMatchObject({ operation: parts.operation, status: 200 });
  });
});
