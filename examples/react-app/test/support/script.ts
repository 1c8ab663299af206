import type { WorkerStage } from "./worker.ts";

export type Fields = Readonly<Record<string, string>>;

/** Paths of Agora's operations. */
export const paths = {
  acquire: "/v1/apps/{appId}/cloud_recording/acquire",
  start: "/v1/apps/{appId}/cloud_recording/resourceid/{resourceId}/mode/{mode}/start",
  update: "/v1/apps/{appId}/cloud_recording/resourceid/r/sid/s/mode/mix/update",
  query: "/v1/apps/{appId}/cloud_recording/resourceid/r/sid/s/mode/mix/query",
  tokens: "/v1/projects/{appId}/rtsc/speech-to-text/builderTokens",
  tasks: "/v1/projects/{appId}/rtsc/speech-to-text/tasks",
  join: "/api/speech-to-text/v1/projects/{appId}/join",
  agents: "/api/speech-to-text/v1/projects/{appId}/agents",
};

interface Told {
  resourceId?: string;
  tokenName?: string;
  grant?: string;
  reason?: string;
}

export const json = { "content-type": "application/json" };

let channels = 0;

/** A script of somebody who is signed in, in a page of the app: without the checks that the SDK in the page makes. */
export function scriptOf(stage: WorkerStage) {
  const { fake, url, cookie } = stage;

  const addressOf = (path: string, ids: Fields = {}) =>
    `/api/agora${path.replace(/\{(\w+)\}/g, (_, name: string) => ids[name] ?? fake.appId)}`;

  async function post(address: string, body: object, headers: Fields = {}) {
    const own = { cookie, origin: url, "sec-fetch-site": "same-origin", ...json, ...headers };
    const answer = await stage.send(address, { method: "POST", body: JSON.stringify(body), headers: own });
    const told: Told = await answer.json();
    return { ...told, status: answer.status };
  }

  /** Acquires, and starts with that in a channel of its own. Tells how many requests of the start have reached Agora. */
  async function start(mode: string, clientRequest: object, cname = `demo-${++channels}`) {
    const own = { cname, uid: mode === "web" ? "900003" : "900001" };
    const lease = await post(addressOf(paths.acquire), { ...own, clientRequest: mode === "web" ? { scene: 1 } : {} });
    if (lease.status !== 200) throw new Error(`Acquire was answered with ${lease.status}`);
    const before = fake.requestCount;
    const address = addressOf(paths.start, { resourceId: lease.resourceId ?? "", mode });
    const headers = { "x-agora-edge-grant": lease.grant ?? "" };
    const answer = await post(address, { ...own, clientRequest }, headers);
    return { ...answer, sent: fake.requestCount - before };
  }

  return { addressOf, post, start };
}
