import { inspect } from "node:util";
import { expect, test, vi } from "vitest";
import { isAgoraError } from "../errors/agora-error.ts";
import {
  buildRtcToken,
  createNotificationHandler,
  createTokenProvider,
  parseRtcToken,
  verifyNotification,
} from "../server.ts";
import { notify, uploaded } from "./testing/notify.ts";
import { canaries, clientRequest, createWorld, storageConfig, type World } from "./testing/world.ts";

const room = { cname: "room-1", uid: "900001" };
const basic = btoa(`${canaries.customerId}:${canaries.customerSecret}`);

/** Answers with everything that it was sent, as a careless gateway would when it refuses. */
async function echo(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
  const request = new Request(input, init);
  const headers = JSON.stringify(Object.fromEntries(request.headers));
  const body = await request.text();
  const reason = `bad request: ${headers} ${body}`;
  const status = request.url.endsWith("/acquire") ? 200 : 400;
  const answer = { code: 2, reason, resourceId: "R1", request: body };
  return Response.json(answer, { status });
}

test.each(["page", "pageClient"] as const)(
  "no secret is in any answer, error, log, hook or store of the server (%s)",
  async (client) => {
    const seen: string[] = [];
    const see = (...values: unknown[]) =>
      void seen.push(...values.map((value) => inspect(value, { depth: 20 }) + JSON.stringify(value)));
    const spies = (["log", "info", "warn", "error", "debug"] as const).map((name) =>
      vi.spyOn(console, name).mockImplementation(see),
    );
    const hooks = { onRequest: see, onResponse: see, onRetry: see };
    const failed = (error: unknown) => {
      expect(isAgoraError(error)).toBe(true);
      see(error, String(error), (error as Error).stack, (error as Error).cause);
    };

    /** A page, with the client that reads the service's own words or the one that gets finished answers. */
    const open = (world: World, user: string) => (client === "page" ? world.page(user, hooks) : world.pageClient(user));

    // What works, what is refused, what fails.
    const world = createWorld({ onHandle: see, onError: see, server: hooks });
    world.fake.channel("room-1").join("1001");
    const alice = open(world, "alice");
    const lease = await alice.recording.acquire(room);
    const handle = await alice.recording.start({ ...lease, mode: "mix", clientRequest });
    see(lease, handle);
    const rtcConfig = { channelName: "room-1", pubBotUid: "900002" };
    see(await alice.sttAgents.join({ name: "room-1", languages: ["en-US"], rtcConfig }));
    await alice.recording.query({ ...handle, sid: "another" }).catch(failed);
    await alice.recording.start({ ...lease, mode: "web", clientRequest: {} as never }).catch(failed);
    await open(world, "mallory").recording.stop(handle).catch(failed);
    await world.send("/api/agora/v1/x", { json: { storageConfig } });
    see(...world.fake.requests);

    // An upstream that echoes, whatever was added on the way to it.
    const careless = createWorld({ onHandle: see, server: { ...hooks, fetch: echo } });
    const bob = open(careless, "bob");
    const echoed = await bob.recording.acquire(room);
    await bob.recording.start({ ...echoed, mode: "mix", clientRequest }).catch(failed);
    await bob.sttAgents.join({ name: "b", languages: ["en-US"], rtcConfig }).catch(failed);

    // A hook that writes into the body that it was given.
    const sloppy = createWorld({
      server: { ...hooks, fetch: echo },
      prepare: {
        "recording.start": ({ body }) => {
          Object.assign(body.clientRequest, { storageConfig, token: canaries.token });
          return body;
        },
      },
    });
    const dora = open(sloppy, "dora");
    const leased = await dora.recording.acquire(room);
    await dora.recording.start({ ...leased, mode: "mix", clientRequest }).catch(failed);

    // Hooks that fail with a secret in their hands tell nobody but the app's own error handler.
    const clumsy = createWorld({
      onError: () => {},
      prepare: { "recording.acquire": () => Promise.reject(new Error(canaries.secretKey)) },
    });
    await open(clumsy, "carol").recording.acquire(room).catch(failed);

    // Webhooks and tokens.
    const secret = [canaries.webhookSecret, "an-older-one"];
    const forged = await notify(uploaded, { secret: "forged" });
    await verifyNotification(forged.clone(), { secret }).catch(failed);
    const handler = createNotificationHandler({ secret, onEvent: see });
    for (const request of [
      forged,
      await notify(uploaded, { secret: canaries.webhookSecret }),
      await notify("x", { secret: canaries.webhookSecret }),
    ]) {
      const response = await handler(request);
      see(response.status, [...response.headers], await response.text());
    }
    const appId = world.fake.appId;
    const appCertificate = canaries.certificate;
    const token = await createTokenProvider({ appId, appCertificate })("room-1", "1");
    see(token, await parseRtcToken(token, { appCertificate }));
    const wrong = {
      appId,
      appCertificate: `${appCertificate}x`,
      channelName: "",
      uid: "",
      role: "publisher",
      expiresIn: 1,
    } as const;
    await buildRtcToken(wrong).catch(failed);
    await parseRtcToken(token, wrong).catch(failed);

    spies.forEach((spy) => spy.mockRestore());
    const everything = [...seen, ...world.answers, ...careless.answers, ...sloppy.answers, ...clumsy.answers].join(
      "\n",
    );
    expect(everything.length).toBeGreaterThan(20_000);
    // The echo really came through: what is not secret is there. In finished form it is one sentence.
    expect(careless.answers.join("")).toContain("bad request");
    expect(careless.answers.join("")).toContain(client === "page" ? "recordings" : "room-1");
    const found = [...Object.entries(canaries), ["basic", basic]].filter(([, canary = ""]) =>
      everything.includes(canary),
    );
    // The ID is half of the credentials and no secret: Agora's console shows it to everybody in the account.
    expect(found.map(([name]) => name).filter((name) => name !== "customerId")).toEqual([]);
  },
);
