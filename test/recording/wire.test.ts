import { basicAuth, createAgoraClient, type KnownRecordingMode, type StartRequest } from "@agora-edge/core";
import { createFakeAgora } from "@agora-edge/msw/fake";
import { describe, expect, test } from "vitest";
import { foreignSamples, ownSamples, type WireSample } from "./wire-samples.ts";

interface PathParts {
  appId: string;
  resourceId: string;
  sid: string;
  mode: KnownRecordingMode;
  action: string;
}

function readPath(path: string): PathParts {
  const parts = path.split("/");
  const after = (name: string) => decodeURIComponent(parts[parts.indexOf(name) + 1] ?? "");
  const has = (name: string) => parts.includes(name);
  return {
    appId: after("apps"),
    resourceId: has("resourceid") ? after("resourceid") : "",
    sid: has("sid") ? after("sid") : "",
    mode: (has("mode") ? after("mode") : "mix") as PathParts["mode"],
    action: parts.at(-1) ?? "",
  };
}

/** Calls the operation of a sample with the sample's own values. */
async function callLike(sample: WireSample, agora: ReturnType<typeof createAgoraClient>, ids: PathParts) {
  const { cname = "room-1", uid = "900001", clientRequest = {} } = sample.body ?? {};
  const handle = { ...ids, cname, uid, startedAt: 0 };
  const startable: unknown = { ...handle, clientRequest };
  // The samples are JSON: what they hold is checked at run time, as it is for callers without types.
  switch (ids.action) {
    case "acquire":
      return agora.recording.acquire({ cname, uid, clientRequest });
    case "start":
      return agora.recording.start(startable as StartRequest<"mix">);
    case "query":
      return agora.recording.query(handle);
    case "update":
      return agora.recording.update(handle, clientRequest);
    case "updateLayout":
      return agora.recording.updateLayout({ ...handle, mode: "mix" }, clientRequest);
    case "stop":
      return agora.recording.stop(handle, clientRequest);
    default:
      throw new Error(`${sample.name}: no operation ${ids.action}`);
  }
}

const foreign = foreignSamples();
const samples = [...ownSamples, ...foreign];

test("the samples are there", () => {
  expect(ownSamples.length).toBeGreaterThan(10);
  const actions = new Set(samples.map(({ path }) => path.split("/").at(-1)));
  expect(actions).toEqual(new Set(["acquire", "query", "start", "stop", "update", "updateLayout"]));
});

describe.each(samples.map((sample) => [sample.name, sample] as const))("%s", (_, sample) => {
  const ids = readPath(sample.path);

  test("is sent with the same method, path and body", async () => {
    const sent: Request[] = [];
    const agora = createAgoraClient({
      appId: ids.appId,
      auth: basicAuth("id", "secret"),
      fetch: async (input, init) => {
        const request = new Request(input, init);
        sent.push(request);
        return Response.json({ resourceId: "r", sid: "s", serverResponse: { status: 5 } });
      },
    });
    await callLike(sample, agora, ids);
    const [request] = sent;
    expect(request?.method).toBe(sample.method);
    expect(decodeURIComponent(new URL(request?.url ?? "").pathname)).toBe(decodeURIComponent(sample.path));
    const text = (await request?.text()) ?? "";
    expect(text === "" ? null : JSON.parse(text)).toEqual(sample.body ?? null);
  });

  test("is accepted by the fake", async () => {
    const fake = createFakeAgora({ appId: ids.appId, customerId: "id", customerSecret: "secret" });
    const { cname = "room-1", uid = "900001" } = sample.body ?? {};
    fake.channel(cname).join("1001");
    const agora = createAgoraClient({
      appId: ids.appId,
      auth: basicAuth("id", "secret"),
      fetch: fake.fetch,
      clock: fake.clock,
      retry: false,
    });
    expect(await acceptedBy(agora, fake)).toMatchObject({ cname, uid });

    async function acceptedBy(client: typeof agora, service: typeof fake): Promise<unknown> {
      if (ids.action === "acquire") return callLike(sample, client, ids);
      const scene = ids.mode === "web" ? 1 : 0;
      const resource = await client.recording.acquire({ cname, uid, clientRequest: { scene } });
      if (ids.action === "start") return callLike(sample, client, { ...ids, resourceId: resource.resourceId });
      const first = ownSamples.find(({ path }) => path.endsWith(`/mode/${ids.mode}/start`));
      const startable = { ...resource, mode: ids.mode, clientRequest: first?.body?.clientRequest };
      const { resourceId, sid } = await client.recording.start(startable as never);
      service.advance(20_000);
      return callLike(sample, client, { ...ids, resourceId, sid });
    }
  });
});
