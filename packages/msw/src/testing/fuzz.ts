import type { AgoraOperation } from "@agora-edge/core";
import fc from "fast-check";
import { createFakeAgora, type FakeAgora } from "../fake.ts";
import { isObject, parseJson, type JsonObject } from "../fake/runtime/json.ts";
import { knownRoutes } from "../fake/http/route-table.ts";
import { individualRequest, storageConfig, webRequest, who } from "./caller.ts";
import { flatRequest, joinRequest, nestedRequest } from "./stt-caller.ts";

interface Shot {
  readonly method: string;
  readonly path: string;
  readonly headers: Record<string, string>;
  readonly body: string | null;
}

const documented = new Set([200, 201, 206, 400, 401, 403, 404, 409, 410, 422, 429, 500, 504]);

/** Fires so many requests at one fake, and counts the answers by status. Throws with the request that broke something. */
export async function fuzz(count: number, seed: number): Promise<Map<number, number>> {
  const fake = createFakeAgora({ rateLimit: 1_000, seed });
  const statuses = new Map<number, number>();
  const shots = fc.sample(shot(fake), { numRuns: count, seed });
  for (const [index, aimed] of shots.entries()) {
    if (index % 50 === 0) stir(fake, index);
    const fired = { ...aimed, path: withIds(fake, aimed.path, index) };
    try {
      const status = await fire(fake, fired);
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
    } catch (error) {
      throw new Error(`${index}: ${JSON.stringify(fired)}`, { cause: error });
    }
  }
  return statuses;
}

async function fire(fake: FakeAgora, { method, path, headers, body }: Shot): Promise<number> {
  const response = await fake.fetch(`https://api.agora.io${path}`, {
    method,
    headers,
    ...(body === null ? {} : { body }),
  });
  const text = await response.text();
  const parsed = parseJson(text);
  const problem =
    (!documented.has(response.status) && "no documented status") ||
    (!/^[0-9a-f]{32}$/.test(response.headers.get("x-request-id") ?? "") && "no request ID") ||
    (response.headers.get("content-type") !== "application/json; charset=utf-8" && "no JSON by its header") ||
    (!parsed && text !== "" && "no JSON") ||
    (method === "HEAD" && text !== "" && "a body after HEAD") ||
    (response.status >= 400 && method !== "HEAD" && !saysWhy(parsed?.value) && "no reason");
  if (problem) throw new Error(`${response.status} ${text}: ${problem}`);
  return response.status;
}

/** A number and a reason, a message of the gateway, or reason and detail: nothing else says what went wrong. */
function saysWhy(body: unknown): boolean {
  if (!isObject(body)) return false;
  const { code, reason, message, detail } = body;
  if (typeof message === "string") return code === undefined;
  return typeof reason === "string" && (typeof code === "number" || typeof detail === "string");
}

/** Somebody comes and goes, time passes, and now and then more than a lease lasts. */
function stir(fake: FakeAgora, index: number): void {
  const channel = fake.channel(who.cname);
  if (index % 100 === 0) channel.join(index % 7, { publish: index % 200 === 0 });
  else channel.leave(String(index % 7));
  fake.advance(index % 1000 === 0 ? 400_000 : 1500);
}

/** Every second time with ids that are known to the fake. */
function withIds(fake: FakeAgora, path: string, index: number): string {
  const recording = fake.recordings[index % Math.max(1, fake.recordings.length)];
  const task = fake.tasks[index % Math.max(1, fake.tasks.length)];
  const agent = fake.agents[index % Math.max(1, fake.agents.length)];
  const acquired = fake.requests.findLast(({ operation }) => operation === "recording.acquire")?.response;
  const leased = fake.requests.findLast(({ operation }) => operation === "sttTasks.acquire")?.response;
  const idle = isObject(acquired) && typeof acquired.resourceId === "string" ? acquired.resourceId : "r";
  const token = isObject(leased) && typeof leased.tokenName === "string" ? leased.tokenName : "t";
  const resourceId = path.endsWith("/start") ? idle : (recording?.resourceId ?? idle);
  const ids: JsonObject = {
    appId: fake.appId,
    resourceId,
    sid: recording?.sid ?? "s",
    mode: recording?.mode ?? "mix",
    taskId: task?.taskId ?? "t",
    agentId: agent?.agentId ?? "a",
    token: path.includes("/tasks?") ? token : (task?.tokenName ?? token),
  };
  return path.replace(/\{(\w+)\}/g, (_, name: string) => String(ids[name]));
}

const bodies: readonly object[] = [
  { ...who, clientRequest: {} },
  { ...who, clientRequest: { scene: 1, resourceExpiredHour: 24 } },
  { ...who, clientRequest: { storageConfig } },
  { ...who, clientRequest: individualRequest() },
  { ...who, clientRequest: webRequest() },
  { ...who, clientRequest: { streamSubscribe: { audioUidList: { subscribeAudioUids: ["#allstream#"] } } } },
  {
    ...who,
    clientRequest: { mixedVideoLayout: 3, layoutConfig: [{ uid: "1", x_axis: 0, y_axis: 0, width: 1, height: 1 }] },
  },
  { ...who, clientRequest: { async_stop: true } },
  { instanceId: "room-1" },
  flatRequest(),
  nestedRequest(),
  joinRequest({ translateConfig: { languages: [{ source: "en-US", target: ["de-DE"] }] } }),
  { languages: ["de-DE"] },
];

const anything = fc.oneof(fc.jsonValue({ maxDepth: 3 }), fc.constantFrom(0, -1, 1e308, "", "0", "#allstream#", null));

/** Those that fit an operation; any other may be tried on it as well. */
const fitting: { readonly [operation in AgoraOperation]?: readonly object[] } = {
  "recording.acquire": bodies.slice(0, 2),
  "recording.start": bodies.slice(2, 5),
  "recording.update": bodies.slice(5, 6),
  "recording.updateLayout": bodies.slice(6, 7),
  "recording.stop": bodies.slice(7, 8),
  "sttTasks.acquire": bodies.slice(8, 9),
  "sttTasks.start": bodies.slice(9, 11),
  "sttTasks.update": bodies.slice(12),
  "sttAgents.join": bodies.slice(11, 12),
  "sttAgents.update": bodies.slice(12),
};

/** A good body, some of whose fields are gone, other things, or in other places. */
const damaged = (operation?: AgoraOperation) =>
  fc
    .tuple(
      fc.constantFrom(...((operation && fitting[operation]) ?? bodies)),
      fc.array(fc.tuple(fc.nat(40), anything, fc.nat(3)), { maxLength: 2 }),
    )
    .map(([body, changes]) => {
      const copy: unknown = structuredClone(body);
      for (const [place, value, kind] of changes) change(copy, place, value, kind);
      return JSON.stringify(copy);
    });

function change(root: unknown, place: number, value: unknown, kind: number): void {
  const places: [holder: object, key: string][] = [];
  const walk = (node: unknown): void => {
    if (typeof node !== "object" || node === null) return;
    for (const [key, child] of Object.entries(node)) {
      places.push([node, key]);
      walk(child);
    }
  };
  walk(root);
  const [holder, key] = places[place % Math.max(1, places.length)] ?? [{}, "x"];
  if (kind === 0) Reflect.deleteProperty(holder, key);
  else if (kind === 1) Reflect.set(holder, `${key}s`, value);
  else Reflect.set(holder, key, value);
}

const odd = fc.oneof(
  fc.json(),
  fc.string({ unit: "binary" }),
  fc.constantFrom(null, "", "{", '{"__proto__":{"a":1}}', "[]", "null", '"x"'),
);

const queries = [
  "",
  "?builderToken={token}",
  "?builderToken={token}&sequenceId=1&updateMask=languages",
  "?updateMask=",
  "?limit=x&state=2&cursor=%00",
];

const path = fc.oneof(
  {
    weight: 8,
    arbitrary: fc
      .tuple(fc.constantFrom(...knownRoutes), fc.constantFrom(...queries))
      .map(([route, query]) => route.path + query),
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(fc.constantFrom(...knownRoutes), fc.string({ unit: "grapheme", maxLength: 12 }), fc.nat(9))
      .map(([route, text, at]) =>
        route.path
          .split("/")
          .map((segment, index) => (index === at % 8 && index > 0 ? encodeURIComponent(text) : segment))
          .join("/"),
      ),
  },
  { weight: 1, arbitrary: fc.webPath().map((text) => `/${text.replace(/^\/+/, "")}`) },
);

const shot = (fake: FakeAgora): fc.Arbitrary<Shot> => {
  const right = `Basic ${btoa(`${fake.customerId}:${fake.customerSecret}`)}`;
  const headers = fc.record({
    authorization: fc.oneof(
      { weight: 16, arbitrary: fc.constant(right) },
      {
        weight: 1,
        arbitrary: fc.constantFrom("", "Basic", "Basic !", 'agora token="x"', "agora token=007eJx", "Bearer x"),
      },
      { weight: 1, arbitrary: fc.string({ maxLength: 20 }) },
    ),
    "content-type": fc.constantFrom(
      ...Array<string>(5).fill("application/json"),
      "application/json;x=y",
      "text/plain",
      "",
    ),
    "x-odd": fc.string({ maxLength: 10 }),
  });
  const onRoute = fc.constantFrom(...knownRoutes).chain(({ operation, method, path: at }) =>
    fc.record({
      method: fc.constant(method),
      path: fc
        .constantFrom(...queries)
        .map((query) => at + (at.includes("/tasks") && query === "" ? queries[2] : query)),
      headers,
      body: fc.oneof(
        { weight: 8, arbitrary: damaged(operation) },
        { weight: 1, arbitrary: damaged() },
        { weight: 1, arbitrary: odd },
      ),
    }),
  );
  const anywhere = fc.record({
    method: fc.constantFrom("GET", "POST", "PATCH", "DELETE", "PUT", "HEAD", "OPTIONS", "BREW"),
    path,
    headers,
    body: fc.oneof(damaged(), odd),
  });
  return fc.oneof({ weight: 4, arbitrary: onRoute }, { weight: 1, arbitrary: anywhere });
};
