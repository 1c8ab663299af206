import { AgoraError, createAgoraClient, createRecordingSession, type AgoraClient } from "@agora-edge/core";
import { agoraHandlers, type AgoraHandlersOptions, createFakeAgora, scenarios } from "@agora-edge/msw";
import { http } from "msw";
import { describe, expect, test } from "vitest";
import type { MockingHost } from "./suite.ts";

const account = { appId: "5a1ec0de5a1ec0de5a1ec0de5a1ec0de", customerId: "id", customerSecret: "secret" };
const who = { cname: "room-1", uid: "900001" };

/** What the handlers promise about the app's own proxy, which they stand for. */
export function describeProxied(host: MockingHost, origin: string): void {
  const proxied = { baseUrl: `${origin}/api/agora` };
  const fakeWith = (options: AgoraHandlersOptions = {}) => {
    const fake = createFakeAgora({ ...account, rateLimit: false });
    host.resetHandlers(...agoraHandlers(fake, { ...proxied, ...options }));
    return fake;
  };
  const acquire = ({ recording }: AgoraClient) => recording.acquire({ ...who, clientRequest: {} });

  describe("behind the app's own proxy", () => {
    test("what the page sends as Authorization is between it and the proxy", async () => {
      const isSignedIn = (request: Request) => request.headers.get("authorization") === "Bearer session";
      const fake = fakeWith({ authorize: isSignedIn });
      const options = { appId: account.appId, ...proxied, rateLimit: false, retry: false } as const;
      const signedIn = createAgoraClient({ ...options, headers: () => ({ Authorization: "Bearer session" }) });
      expect((await acquire(signedIn)).resourceId).toMatch(/^[\w-]{256}$/);
      await expect(acquire(createAgoraClient(options))).rejects.toMatchObject({ kind: "proxy-unauthenticated" });
      expect(fake.requestCount).toBe(1);
    });

    test("a page need not say where files go", async () => {
      const fake = fakeWith();
      const { recording } = createAgoraClient({ appId: account.appId, ...proxied, rateLimit: false, retry: false });
      const resource = await recording.acquire({ ...who, clientRequest: { region: "EU" } });
      await recording.start({ ...resource, mode: "mix", clientRequest: {} });
      expect(fake.recordings).toMatchObject([{ live: true, cname: "room-1" }]);
    });

    test("strict names the address that was asked for", async () => {
      const errors: Error[] = [];
      const fake = createFakeAgora({ ...account, strict: (error) => errors.push(error) });
      host.resetHandlers(...agoraHandlers(fake, proxied));
      await expect(fetch(`${origin}/api/agora/v1/apps/a/cloud_recording/aquire`, { method: "POST" })).rejects.toThrow(
        TypeError,
      );
      expect(errors[0]?.message).toContain(`POST ${origin}/api/agora/v1/apps/a/cloud_recording/aquire. `);
      expect(errors[0]?.message).toContain("(recording.acquire)");
    });

    test.each([
      ["come through", {}],
      ["come through, however slowly", { fetch: slowFetch }],
    ])("advanceAsync waits until requests have %s", async (_, more) => {
      const fake = fakeWith();
      const options = { appId: fake.appId, ...proxied, clock: fake.clock, retry: false, ...more } as const;
      const client = createAgoraClient(options);
      fake.channel(who.cname).join("1001");
      const session = createRecordingSession(client, { ...who, mode: "mix", clientRequest: {} });
      session.start().catch(() => undefined);
      await fake.advanceAsync(20_000);
      expect([session.getSnapshot().status, fake.recordings.length]).toEqual(["recording", 1]);
      session.stop().catch(() => undefined);
      await fake.advanceAsync(20_000);
      expect(session.getSnapshot().status).toBe("stopped");
      session.dispose();
    });

    test("advanceAsync goes on while an answer is held back, or a request is kept by a handler of the test", async () => {
      const fake = fakeWith();
      const options = { appId: fake.appId, ...proxied, clock: fake.clock, retry: false, timeout: 5000 } as const;
      const client = createAgoraClient(options);
      const outcome = async () => {
        const kind = acquire(client).then(
          () => "an answer",
          (error: unknown) => (error instanceof AgoraError ? error.kind : error),
        );
        await fake.advanceAsync(6000);
        return kind;
      };
      const slow = fake.use(scenarios.slowAnswers({ seconds: 4 }));
      expect(await outcome()).toBe("an answer");
      slow();
      fake.fail("recording.acquire", { hang: true });
      expect(await outcome()).toBe("client-timeout");
      host.use(http.post(/acquire$/, () => new Promise<never>(() => {})));
      expect(await outcome()).toBe("client-timeout");
      expect(await outcome()).toBe("client-timeout");
    });
  });
}

/** A way there and back on which nothing moves for 25 turns of the event loop; in a page, for 200 ms. */
async function slowFetch(...request: Parameters<typeof fetch>): Promise<Response> {
  await idle();
  const response = await fetch(...request);
  await idle();
  return response;
}

async function idle(): Promise<void> {
  const { setImmediate: immediate } = globalThis;
  for (let turn = 0; turn < 25; turn += 1) {
    await new Promise<void>((resolve) => {
      if (typeof immediate === "function") immediate(resolve);
      else setTimeout(resolve, 8);
    });
  }
}
