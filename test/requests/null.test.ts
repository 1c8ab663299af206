import { basicAuth, createAgoraClient, isAgoraError, type AgoraClient } from "@agora-edge/core";
import { createAgoraHandler } from "@agora-edge/core/server";
import { createFakeAgora, type FakeAgora } from "@agora-edge/msw/fake";
import { describe, expect, test } from "vitest";
import { nameOf, optionalFields, readAt, withField, type Path } from "./optional-fields.ts";
import { samples, type Sample } from "./requests.ts";

const common = (fake: FakeAgora) => ({
  appId: fake.appId,
  clock: fake.clock,
  random: () => 0,
  rateLimit: false as const,
  retry: false as const,
  onWarning: () => {},
});

interface World {
  readonly client: AgoraClient;
  /** The bodies that reached the service, as they were sent. */
  readonly bodies: unknown[];
  /** The service wants some time between two calls. */
  readonly wait: () => Promise<unknown>;
}

/** A client before the fake service. */
function direct(): World {
  const fake = createFakeAgora({ rateLimit: false });
  fake.channel("room-1").join("1001");
  const bodies: unknown[] = [];
  const client = createAgoraClient({
    ...common(fake),
    auth: basicAuth(fake.customerId, fake.customerSecret),
    fetch: async (input, init) => {
      const request = new Request(input, init);
      const text = await request.clone().text();
      bodies.push(text === "" ? undefined : JSON.parse(text));
      return fake.fetch(request);
    },
  });
  return { client, bodies, wait: () => fake.advanceAsync(30_000) };
}

/** The client of a page before the proxy, before the fake service. */
function proxied(): World {
  const fake = createFakeAgora({ rateLimit: false });
  fake.channel("room-1").join("1001");
  const bodies: unknown[] = [];
  const handler = createAgoraHandler({
    client: createAgoraClient({
      ...common(fake),
      auth: basicAuth(fake.customerId, fake.customerSecret),
      fetch: async (input, init) => {
        const request = new Request(input, init);
        const text = await request.clone().text();
        bodies.push(text === "" ? undefined : JSON.parse(text));
        return fake.fetch(request);
      },
    }),
    basePath: "/api/agora",
    authorize: () => ({ subject: "alice", list: { channel: "room-1" } }),
    allowStorageConfig: true,
  });
  const client = createAgoraClient({
    ...common(fake),
    baseUrl: "https://app.example/api/agora",
    fetch: (input, init) => handler(new Request(input, init)),
  });
  return { client, bodies, wait: () => fake.advanceAsync(30_000) };
}

/** How the call ends, and what reached the service. */
async function outcome(world: World, sample: Sample, input: unknown) {
  const call = await sample.prepare(world.client, world.wait);
  const before = world.bodies.length;
  const end = await call(input).then(
    () => "taken",
    (error: unknown) =>
      isAgoraError(error)
        ? `${error.kind}: ${error.reason ?? ""}`.replaceAll("got null", "got nothing")
        : String(error),
  );
  return { end, bodies: world.bodies.slice(before) };
}

/** Where a field of the input stands in the body that is sent. */
const inBody = (path: Path): Path => (path[0] === "request" || path[0] === "fields" ? path.slice(1) : path);

/** What the proxy lets no page say (`server/proxy/fields.ts`), null or not. */
const notForPages = /privateParams|tagByRule|overwritekeys/;
/**
 * What the fake alone demands of the beta, after the bodies that are known of it; and the storage of captions, which only a page
 * behind a proxy leaves out.
 */
const neededElsewhere = /config\.(features|recognizeConfig\.output(\.destinations)?)$|request\.captionConfig\.storage$/;
/** Part of an address, or what has to be there in a body and is put there: no null reaches the service. */
const notInBody = /^(handle|scene|version)\b|^(channel|from_time|to_time|state|limit|cursor|clientRequest)$/;

describe.each([
  ["client and fake", direct, undefined],
  ["page, proxy and fake", proxied, notForPages],
])("null says the same as leaving a field out: %s", (_, create, exempt) => {
  /** Fields that some request was taken without. */
  const taken = new Set<string>();
  const tried = new Set<string>();

  for (const [index, sample] of samples.entries()) {
    test(`${index}: ${sample.operation}`, async () => {
      const whole = withoutExempt(sample, exempt);
      expect((await outcome(create(), sample, whole)).end).toBe("taken");
      const wrong: object[] = [];
      for (const path of optionalFields(sample.schema, whole)) {
        const name = `${sample.operation.split(" ")[0]} ${nameOf(path)}`;
        if (exempt?.test(name)) continue;
        tried.add(name);
        const without = await outcome(create(), sample, withField(whole, path, undefined));
        const withNull = await outcome(create(), sample, withField(whole, path, null));
        if (without.end === "taken") taken.add(name);
        const isSent = without.end !== "taken" || notInBody.test(nameOf(path));
        const given = isSent ? null : readAt(withNull.bodies.at(-1), inBody(path));
        if (withNull.end !== without.end || given !== null) wrong.push({ name, given, with: withNull.end, without });
      }
      expect(wrong).toEqual([]);
    });
  }

  test("of every optional field, each of which some request can do without", () => {
    expect(tried.size).toBeGreaterThan(150);
    expect([...tried].filter((name) => !taken.has(name) && !neededElsewhere.test(name))).toEqual([]);
  });
});

function withoutExempt(sample: Sample, exempt: RegExp | undefined): unknown {
  const paths = [...optionalFields(sample.schema, sample.input)].filter((path) => exempt?.test(nameOf(path)));
  return paths.reduce((input: unknown, path) => withField(input, path, undefined), sample.input);
}
