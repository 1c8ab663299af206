// What a walk needs around it: a fake Agora on loopback, and the edge function in workerd.
import { createFakeAgora } from "@agora-edge/msw/fake";
import { serveFakeAgora } from "@agora-edge/msw/node";
import { build } from "esbuild";
import { fileURLToPath } from "node:url";
import { convertV4MiniflareOptions, Miniflare } from "miniflare";

/** How many times as fast as yours the fake's clock goes. */
export const speed = 3;
const appToken = "demo-visitor";

async function bundleWorker() {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL("worker.ts", import.meta.url))],
    bundle: true,
    format: "esm",
    // Knows nothing of Node: an import of a Node module would fail here.
    platform: "neutral",
    target: "es2022",
    conditions: ["workerd", "worker", "browser"],
    write: false,
  });
  return outputFiles[0].text;
}

function startWorkerd(script, bindings) {
  return new Miniflare(
    convertV4MiniflareOptions({
      modules: true,
      script,
      bindings,
      compatibilityDate: "2026-11-01",
      // Dates since August 2026 switch Node compatibility on. Both off: the SDK needs nothing of Node.
      compatibilityFlags: ["no_nodejs_compat", "no_nodejs_compat_v2"],
    }),
  );
}

/** Talks to the edge function over HTTP, as an app's page would. */
function clientOf(origin) {
  return async (method, path, { body, language = "en" } = {}) => {
    const answer = await fetch(new URL(path, origin), {
      method,
      headers: { authorization: `Bearer ${appToken}`, "accept-language": language, "content-type": "application/json" },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return { ok: answer.ok, status: answer.status, body: await answer.json() };
  };
}

/** Starts everything. What was started until something fails is ended again, else the process would wait for it. */
export async function setUp() {
  const started = [];
  const close = () => Promise.all(started.map((end) => end()));
  try {
    return { ...(await startAll(started)), close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function startAll(started) {
  const fake = createFakeAgora({ speed });
  const served = await serveFakeAgora(fake);
  started.push(() => served.close());
  const script = await bundleWorker();
  const bindings = {
    AGORA_APP_ID: fake.appId,
    AGORA_CUSTOMER_ID: fake.customerId,
    AGORA_CUSTOMER_SECRET: fake.customerSecret,
    AGORA_BASE_URL: served.url,
    STORAGE_BUCKET: "my-recordings",
    STORAGE_ACCESS_KEY: "demo-access-key",
    STORAGE_SECRET_KEY: "demo-secret-key",
    APP_TOKEN: appToken,
  };
  const worker = startWorkerd(script, bindings);
  const mistyped = startWorkerd(script, { ...bindings, AGORA_CUSTOMER_SECRET: "mistyped" });
  started.push(
    () => worker.dispose(),
    () => mistyped.dispose(),
  );
  const [origin, mistypedOrigin] = await Promise.all([worker.ready, mistyped.ready]);
  return {
    fake,
    url: served.url,
    origin,
    call: clientOf(origin),
    /** The same edge function, deployed with a wrong Customer Secret. */
    callMistyped: clientOf(mistypedOrigin),
  };
}
