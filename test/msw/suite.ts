import { basicAuth, createAgoraClient, type AgoraClient, type AgoraClientOptions, type Clock } from "@agora-edge/core";
import {
  agoraHandler,
  agoraHandlers,
  createFakeAgora,
  recordingHandlers,
  sttHandlers,
  type FakeAgora,
} from "@agora-edge/msw";
import { http, HttpResponse, type HttpHandler } from "msw";
import msw from "msw/package.json";
import { describe, expect, test } from "vitest";
import { describeProxied } from "./proxied.ts";

/** A running `setupServer` or `setupWorker`. */
export interface MockingHost {
  use(...handlers: HttpHandler[]): void;
  resetHandlers(...handlers: HttpHandler[]): void;
}

const account = { appId: "5a1ec0de5a1ec0de5a1ec0de5a1ec0de", customerId: "id", customerSecret: "secret" };
const storageConfig = { vendor: 1, region: 0, bucket: "bucket", accessKey: "key", secretKey: "key-secret" };
const who = { cname: "room-1", uid: "900001" };

/** A second is over in 20 ms: pauses between repeats and updates, and time limits. */
const impatient: Clock = {
  now: () => Date.now() * 50,
  setTimeout: (run, ms) => setTimeout(run, ms / 50),
  clearTimeout: (id) => clearTimeout(Number(id)),
};

/** What the handlers promise, whichever MSW and wherever it runs. `origin`: where the app's own proxy is. */
export function describeHandlers(major: string, host: MockingHost, origin: string): void {
  const fakeWith = (handlers: (fake: FakeAgora) => HttpHandler[]) => {
    const fake = createFakeAgora({ ...account, rateLimit: false });
    host.resetHandlers(...handlers(fake));
    return fake;
  };
  const direct = (more: Partial<AgoraClientOptions> = {}): AgoraClient =>
    createAgoraClient({
      appId: account.appId,
      auth: basicAuth(account.customerId, account.customerSecret),
      dangerouslyAllowBrowser: true,
      rateLimit: false,
      retry: false,
      ...more,
    });
  const behind = (baseUrl: string): AgoraClient =>
    createAgoraClient({ appId: account.appId, baseUrl, rateLimit: false, retry: false });
  const acquire = (client: AgoraClient) => client.recording.acquire({ ...who, clientRequest: {} });

  test(`this is MSW ${major}`, () => {
    expect(msw.version.split(".")[0]).toBe(major);
  });

  describe("agoraHandlers", () => {
    test.each([
      [undefined, "api.agora.io"],
      ["US", "api-us-west-1.agora.io"],
      ["EU", "api-eu-west-1.agora.io"],
      ["AP", "api-ap-southeast-1.agora.io"],
      ["CN", "api-cn-east-1.sd-rtn.com"],
    ] as const)("area %s: %s answers", async (area, expected) => {
      const fake = fakeWith((fake) => agoraHandlers(fake));
      expect((await acquire(direct(area ? { area } : {}))).resourceId).toMatch(/^[\w-]{256}$/);
      expect(fake.requests).toMatchObject([{ host: expected, operation: "recording.acquire", ...who }]);
    });

    test("the hosts of a region that is down are left for the others", async () => {
      const fake = fakeWith((fake) => agoraHandlers(fake));
      fake.host("api-eu-west-1.agora.io").down();
      const client = direct({ area: "EU", retry: {}, clock: impatient });
      await acquire(client);
      expect(fake.requests.map(({ host }) => host)).toEqual(["api-eu-west-1.agora.io", "api-eu-west-1.sd-rtn.com"]);
    });

    test("a whole recording, straight to Agora", async () => {
      const fake = fakeWith((fake) => agoraHandlers(fake));
      const { recording } = direct();
      fake.channel(who.cname).join("1001");
      const handle = await recording.start({
        ...(await acquire(direct())),
        mode: "mix",
        clientRequest: { storageConfig },
      });
      fake.advance(15_000);
      expect((await recording.query(handle)).state).toBe("in-progress");
      await recording.updateLayout(handle, { mixedVideoLayout: 1 });
      expect((await recording.stop(handle, { async_stop: false })).files).toHaveLength(1);
      expect(fake.recordings).toMatchObject([{ ending: "requested" }]);
    });

    test("both families of the transcription service, with all their methods", async () => {
      const fake = fakeWith((fake) => agoraHandlers(fake));
      const { sttTasks, sttAgents } = direct({ clock: impatient });
      fake.channel("room-1").join("1001");
      const lease = await sttTasks.acquire({ instanceId: "room-1" });
      const request = {
        languages: ["en-US" as const],
        rtcConfig: { channelName: "room-1", subBotUid: "47091", pubBotUid: "88222" },
      };
      const task = await sttTasks.start({ ...lease, version: "v6", request });
      fake.advance(6000);
      await sttTasks.query(task);
      await sttTasks.update(task, { languages: ["de-DE"] });
      await sttTasks.stop(task);
      expect(fake.tasks).toMatchObject([{ languages: ["de-DE"], ending: "requested" }]);
      const agent = await sttAgents.join({
        name: "agent-1",
        languages: ["en-US"],
        rtcConfig: { channelName: "room-1", pubBotUid: "88223" },
      });
      fake.advance(6000);
      await sttAgents.get(agent);
      await sttAgents.update(agent, { languages: ["de-DE"] });
      const listed: string[] = [];
      for await (const { agentId } of sttAgents.list()) listed.push(agentId);
      expect(listed).toEqual([agent.agentId]);
      await sttAgents.leave(agent);
      expect(new Set(fake.requests.map(({ method }) => method))).toEqual(new Set(["POST", "GET", "PATCH", "DELETE"]));
    });

    test.each([
      ["absolute", `${origin}/api/agora/`],
      ["relative", "/api/agora"],
    ])("behind the app's own proxy at an %s address, credentials are added there", async (_, baseUrl) => {
      const fake = fakeWith((fake) => agoraHandlers(fake, { baseUrl }));
      await acquire(behind(`${origin}/api/agora`));
      const handle = await behind(`${origin}/api/agora`).sttAgents.join({
        name: "agent-1",
        languages: ["en-US"],
        rtcConfig: { channelName: "room-1", pubBotUid: "88223" },
      });
      expect(handle.agentId).toBe(fake.agents[0]?.agentId);
      expect(fake.requests).toMatchObject([{ host: "api.agora.io", ...who }, { operation: "sttAgents.join" }]);
      const bare = await fetch(`https://api.agora.io/v1/apps/${account.appId}/cloud_recording/acquire`, {
        method: "POST",
      });
      expect(bare.status).toBe(401);
    });

    test("what is no operation gets the answer of a gateway", async () => {
      fakeWith((fake) => agoraHandlers(fake, { baseUrl: `${origin}/api/agora` }));
      for (const url of ["https://api-eu-west-1.agora.io/v1/other", `${origin}/api/agora/v1/other`]) {
        const response = await fetch(url);
        expect([response.status, await response.json()]).toEqual([
          404,
          { message: "no Route matched with those values" },
        ]);
      }
    });

    test("a part of the world before the path, as the Python client has it", async () => {
      const fake = fakeWith((fake) => [...recordingHandlers(fake, { baseUrl: "/api/agora" }), ...sttHandlers(fake)]);
      await acquire(direct({ baseUrl: "https://api-eu-west-1.agora.io/eu" }));
      await acquire(behind(`${origin}/api/agora/na`));
      await direct({ baseUrl: "https://api.agora.io/ap" }).sttTasks.acquire({ instanceId: "room-1" });
      await expect(
        direct({ baseUrl: "https://api.sd-rtn.com/cn" }).sttAgents.get({ agentId: "x" }),
      ).rejects.toMatchObject({
        status: 404,
        kind: "not-found",
      });
      expect(fake.requests.map(({ path }) => path.slice(0, 7))).toEqual(["/eu/v1/", "/na/v1/", "/ap/v1/", "/cn/api"]);
    });

    test("pages of Agora that are no API are left alone", async () => {
      const fake = fakeWith((fake) => [
        ...agoraHandlers(fake, { baseUrl: "/api/agora" }),
        http.get("*", () => new HttpResponse("elsewhere")),
      ]);
      for (const url of ["https://docs.agora.io/en", "https://api.agora.io.example/x", `${origin}/api/agora-2/x`]) {
        expect(await (await fetch(url)).text()).toBe("elsewhere");
      }
      expect(fake.requests).toEqual([]);
    });

    test("a broken connection looks broken, an abandoned call ends", async () => {
      const fake = fakeWith((fake) => agoraHandlers(fake));
      fake.fail("recording.acquire", { network: true });
      await expect(acquire(direct())).rejects.toMatchObject({ kind: "network-error" });
      fake.fail("recording.acquire", { hang: true });
      const controller = new AbortController();
      const call = direct().recording.acquire({ ...who, clientRequest: {} }, { signal: controller.signal });
      const abandon = async () => {
        // Else it may reach the handlers of the next test.
        await expect.poll(() => fake.requestCount).toBe(2);
        controller.abort();
      };
      await Promise.all([expect(call).rejects.toMatchObject({ kind: "aborted" }), abandon()]);
    });
  });

  describeProxied(host, origin);

  describe("one at a time", () => {
    const elsewhere = http.all("*", () => HttpResponse.json({ message: "elsewhere" }, { status: 418 }));

    test("recordingHandlers leave the transcription service to others, and the other way round", async () => {
      const join = () =>
        direct().sttAgents.join({
          name: "a",
          languages: ["en-US"],
          rtcConfig: { channelName: "room-1", pubBotUid: "88223" },
        });
      fakeWith((fake) => [...recordingHandlers(fake), elsewhere]);
      await acquire(direct());
      await expect(join()).rejects.toMatchObject({ status: 418 });
      fakeWith((fake) => [...sttHandlers(fake), elsewhere]);
      await join();
      await expect(acquire(direct())).rejects.toMatchObject({ status: 418 });
    });

    test("one operation, of another fake, for a while", async () => {
      const fake = fakeWith((fake) => agoraHandlers(fake));
      const other = createFakeAgora({ ...account, rateLimit: false });
      other.fail("recording.acquire", { code: 405 });
      host.use(agoraHandler(other, "recording.acquire", { baseUrl: `${origin}/api` }));
      await expect(acquire(direct())).rejects.toMatchObject({ kind: "app-not-active" });
      await acquire(behind(`${origin}/api`));
      expect([fake.requestCount, other.requestCount]).toEqual([0, 2]);
      host.resetHandlers(...agoraHandlers(fake));
      await acquire(direct());
      expect(fake.requestCount).toBe(1);
    });

    test("handlers of one's own come first with server.use", async () => {
      const fake = fakeWith((fake) => agoraHandlers(fake));
      const path = "https://api.agora.io/v1/apps/:appId/cloud_recording/acquire";
      host.use(http.post(path, () => HttpResponse.json({ code: 405, reason: "no_active_status" }, { status: 400 })));
      await expect(acquire(direct())).rejects.toMatchObject({ kind: "app-not-active" });
      expect(fake.requestCount).toBe(0);
    });
  });
}
