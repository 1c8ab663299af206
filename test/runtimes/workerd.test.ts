import { once } from "node:events";
import { get } from "node:http";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { bundle } from "./bundle.ts";
import { startService, type Service } from "./service.ts";
import { expected } from "./smoke.ts";
import { startWorkerd } from "./workerd.ts";

let service: Service;
beforeAll(async () => {
  service = await startService();
});
afterAll(() => service.close());

/** A worker of `workers/`, running until the test is over. */
async function start(entry: string, bindings: Record<string, string> = {}) {
  const script = await bundle(`workers/${entry}`, { format: "esm", conditions: ["workerd", "worker", "browser"] });
  const workerd = startWorkerd(script, { bindings });
  onTestFinished(() => workerd.dispose());
  return workerd;
}

test("S09 workerd, without Node compatibility", { timeout: 40_000 }, async () => {
  const workerd = await start("smoke.ts");
  const body = JSON.stringify(service.target("from-workerd"));
  const answer = await workerd.dispatchFetch("http://worker.test/", { method: "POST", body });
  expect(await answer.json()).toMatchObject({
    ...expected,
    process: "undefined",
    buffer: "undefined",
    userAgent: "Cloudflare-Workers",
  });
});

describe("at module scope", () => {
  test("the core is imported and a client is created without I/O, timers or randomness", async () => {
    const workerd = await start("module-scope.ts");
    const answer = await workerd.dispatchFetch("http://worker.test/");
    expect(await answer.json()).toEqual({
      appId: "5a1ec0de5a1ec0de5a1ec0de5a1ec0de",
      methods: ["acquire", "notificationAddresses", "query", "start", "stop", "update", "updateLayout"],
      atModuleScope: [],
      isWatching: true,
    });
  });

  // What gives the test above its meaning.
  test.for(["await fetch('http://127.0.0.1/')", "setTimeout(() => {}, 1)", "crypto.randomUUID()"])(
    "workerd itself refuses %s",
    async (work) => {
      const workerd = startWorkerd(`${work}; export default { fetch: () => new Response("ran") };`, { quiet: true });
      await expect(workerd.ready).rejects.toThrow("Disallowed operation called within global scope");
      await workerd.dispose().catch(() => {});
    },
  );
});

describe("a client that requests share", () => {
  async function startShared() {
    const { baseUrl, appId, customerId, customerSecret } = service.target("shared");
    const workerd = await start("shared-client.ts", {
      BASE_URL: baseUrl,
      APP_ID: appId,
      CUSTOMER_ID: customerId,
      CUSTOMER_SECRET: customerSecret,
    });
    return { origin: await workerd.ready };
  }

  const ask = (origin: URL, query: string) => fetch(new URL(`/?${query}`, origin)).then((answer) => answer.json());

  /** Asks, and can go away so that workerd cancels the request: of a connection that is only closed it hears nothing. */
  function askAsVisitor(origin: URL, query: string) {
    const request = get(new URL(`/?${query}`, origin));
    const left = once(request, "error");
    return {
      async leave() {
        request.socket?.resetAndDestroy();
        await left;
      },
    };
  }
  const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

  test("answers the next request when the one before is cancelled by its visitor", { timeout: 20_000 }, async () => {
    const { origin } = await startShared();
    expect(await ask(origin, "cname=visitor-0")).toEqual({ cname: "visitor-0" });
    const visitor = askAsVisitor(origin, "cname=visitor-1");
    await pause(100);
    const waiting = ask(origin, "cname=visitor-2");
    await pause(100);
    await visitor.leave();
    expect(await waiting).toEqual({ cname: "visitor-2" });
    // The one who left was really cancelled, before the turn came.
    expect(service.fake.requests.map((request) => request.cname)).toContain("visitor-2");
    expect(service.fake.requests.map((request) => request.cname)).not.toContain("visitor-1");
  });

  test("answers the next request when the one before aborts its own call", { timeout: 20_000 }, async () => {
    const { origin } = await startShared();
    expect(await ask(origin, "cname=abort-0")).toEqual({ cname: "abort-0" });
    const aborted = ask(origin, "cname=abort-1&abortAfter=200");
    await pause(100);
    const waiting = ask(origin, "cname=abort-2");
    expect(await aborted).toEqual({ kind: "aborted" });
    expect(await waiting).toEqual({ cname: "abort-2" });
  });
});
