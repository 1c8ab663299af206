import { expect, test } from "vitest";
import { basic, callFake, who } from "../../testing/caller.ts";

const url = (host: string, appId: string) => `https://${host}/v1/apps/${appId}/cloud_recording/acquire`;

function acquireAt(host: string) {
  const { fake } = callFake();
  const headers = { authorization: basic(fake), "content-type": "application/json" };
  const init = { method: "POST", headers, body: JSON.stringify({ ...who, clientRequest: {} }) };
  return { fake, init, send: (more: RequestInit = {}) => fake.fetch(url(host, fake.appId), { ...init, ...more }) };
}

test.each(["api.agora.io", "api.sd-rtn.com", "api-eu-west-1.agora.io", "localhost:4010"])(
  "answers as %s",
  async (host) => {
    const { fake, send } = acquireAt(host);
    expect((await send()).status).toBe(200);
    expect(fake.requests[0]?.host).toBe(host);
  },
);

test("takes a Request, a URL or a text", async () => {
  const { fake, init } = acquireAt("api.agora.io");
  const address = url("api.agora.io", fake.appId);
  expect((await fake.fetch(new Request(address, init))).status).toBe(200);
  expect((await fake.fetch(new URL(address), init)).status).toBe(200);
  const request = new Request(address, init);
  expect((await fake.fetch(request)).status).toBe(200);
  expect(await request.json()).toMatchObject(who);
});

test("a host that is down breaks the connection; others go on", async () => {
  const { fake, init, send } = acquireAt("api-eu-west-1.agora.io");
  fake.host("api-eu-west-1.agora.io").down();
  await expect(send()).rejects.toThrow(new TypeError("fetch failed"));
  await expect(send()).rejects.toMatchObject({ cause: { code: "ECONNREFUSED" } });
  fake.host("api-eu-west-1.agora.io").down("dns");
  await expect(send()).rejects.toMatchObject({ cause: { code: "ENOTFOUND" } });
  expect((await fake.fetch(url("api.agora.io", fake.appId), init)).status).toBe(200);
  fake.host("api-eu-west-1.agora.io").up();
  expect((await send()).status).toBe(200);
  expect(fake.requests.map(({ status }) => status)).toEqual([null, null, null, 200, 200]);
});

test("a host that hangs answers when the caller gives up: never", async () => {
  const { fake, send } = acquireAt("api.agora.io");
  fake.host("api.agora.io").hang();
  const giveUp = new AbortController();
  const pending = send({ signal: giveUp.signal });
  giveUp.abort(new Error("enough"));
  await expect(pending).rejects.toThrow("enough");
});

test("an aborted request is not even noticed", async () => {
  const { fake, send } = acquireAt("api.agora.io");
  await expect(send({ signal: AbortSignal.abort(new Error("too late")) })).rejects.toThrow("too late");
  expect(fake.requests).toHaveLength(0);
});
