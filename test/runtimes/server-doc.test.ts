// The Worker that docs/server.md begins with, as somebody pastes it: in workerd, with a client that asks Agora at its own address.
import { build } from "esbuild";
import { createFakeAgora } from "@agora-edge/msw/fake";
import { expect, onTestFinished, test } from "vitest";
import { readFile, root } from "../../site/stage/repository.ts";
import { snippetsIn } from "../../site/snippets/extract.ts";
import { startWorkerd } from "./workerd.ts";

/** What the page says is the reader's own. */
const own = `
const storageConfig = { vendor: 1, region: 0, bucket: "recordings", accessKey: "key", secretKey: "secret" };
const userOf = async (request) =>
  request.headers.get("authorization") === "Bearer alice" ? { id: "alice", tenant: "acme", rooms: ["room-1"] } : null;
const database = { save: async () => {} };
`;

test("the first Worker of docs/server.md runs: env at module scope, a start of a page, nothing for strangers", async () => {
  const [first] = snippetsIn(readFile("docs/server.md"), "docs/server.md");
  expect(first?.given).toEqual(["storageConfig", "userOf", "database"]);
  const { outputFiles } = await build({
    stdin: { contents: own + first?.code, resolveDir: root, loader: "ts" },
    bundle: true,
    format: "esm",
    platform: "neutral",
    conditions: ["workerd", "worker", "browser"],
    external: ["cloudflare:*"],
    tsconfigRaw: "{}",
    write: false,
  });
  const fake = createFakeAgora({ appCertificate: true });
  const { appId, customerId, customerSecret } = fake;
  const workerd = startWorkerd(String(outputFiles[0]?.text), {
    outbound: fake.fetch,
    bindings: {
      AGORA_APP_ID: appId,
      AGORA_APP_CERTIFICATE: "5a1ec0de5a1ec0de5a1ec0de5a1ec0de",
      AGORA_CUSTOMER_ID: customerId,
      AGORA_CUSTOMER_SECRET: customerSecret,
      GRANT_SECRET: "a-long-and-random-secret-of-this-test",
    },
  });
  onTestFinished(() => workerd.dispose());
  const call = async (path: string, body: object, user = "alice", grant = "") => {
    const answer = await workerd.dispatchFetch(
      `https://app.example/api/agora/v1/apps/${appId}/cloud_recording/${path}`,
      {
        method: "POST",
        headers: { "content-type": "application/json", authorization: `Bearer ${user}`, "x-agora-edge-grant": grant },
        body: JSON.stringify(body),
      },
    );
    const text = await answer.text();
    return { status: answer.status, ...Object(JSON.parse(text || "{}")) };
  };
  const room = { cname: "room-1", uid: "900001", clientRequest: {} };
  expect(await call("acquire", room, "mallory")).toMatchObject({ status: 401 });
  expect(await call("acquire", { ...room, cname: "room-2" })).toMatchObject({ status: 403 });
  const lease = await call("acquire", room);
  expect(lease).toMatchObject({ status: 200 });
  expect(await call(`resourceid/${lease.resourceId}/mode/mix/start`, room, "alice", lease.grant)).toMatchObject({
    status: 200,
    sid: expect.any(String),
  });
  expect(fake.requests.map(({ operation, status }) => [operation, status])).toEqual([
    ["recording.acquire", 200],
    ["recording.start", 200],
  ]);
});
