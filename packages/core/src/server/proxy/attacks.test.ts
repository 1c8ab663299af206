import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { finishedType } from "../../page/finished.ts";
import { signGrant } from "./grants.ts";
import { canaries, clientRequest, createWorld, origin, storageConfig } from "../testing/world.ts";

/*
 * What somebody would send to the proxy, and what comes back. `mallory` is signed in, and owns nothing that Alice has
 * started. Nothing of all this may reach Agora.
 */

const world = createWorld({ server: { rateLimit: false } });
const { appId } = world.fake;
const room = { cname: "room-1", uid: "900001" };
const acquireBody = { ...room, clientRequest: {} };

const project = `/api/agora/v1/apps/${appId}/cloud_recording`;
const tasks = `/api/agora/v1/projects/${appId}/rtsc/speech-to-text`;
const agents = `/api/agora/api/speech-to-text/v1/projects/${appId}`;

/** What Alice has started, and what Mallory has got hold of. */
interface Loot {
  resourceId: string;
  sid: string;
  leaseGrant: string;
  grant: string;
  agentId: string;
  agentGrant: string;
  /** A resource of Mallory's own, with the grant that belongs to it. */
  ownResourceId: string;
  ownGrant: string;
}
let loot: Loot;
let before: number;

beforeAll(async () => {
  world.fake.channel("room-1").join("1001");
  const alice = world.page("alice");
  const lease = await alice.recording.acquire(room);
  const handle = await alice.recording.start({ ...lease, mode: "mix", clientRequest });
  const rtcConfig = { channelName: "room-1", pubBotUid: "900002" };
  const agent = await alice.sttAgents.join({ name: "room-1", languages: ["en-US"], rtcConfig });
  const own = await world.page("mallory").recording.acquire({ ...room, uid: "900009" });
  loot = {
    resourceId: lease.resourceId,
    sid: handle.sid,
    leaseGrant: String(lease.grant),
    grant: String(handle.grant),
    agentId: agent.agentId,
    agentGrant: String(agent.grant),
    ownResourceId: own.resourceId,
    ownGrant: String(own.grant),
  };
  before = world.operations().length;
});

type Attack = [
  name: string,
  status: number,
  reason: RegExp,
  request: () => [path: string, init?: Parameters<typeof world.send>[1]],
];

const stopPath = () => `${project}/resourceid/${loot.resourceId}/sid/${loot.sid}/mode/mix/stop`;
const stopBody = { ...room, clientRequest: {} };
const start = (id: string) => `${project}/resourceid/${id}/mode/mix/start`;
const startBody = { ...room, clientRequest };
const acquire = `${project}/acquire`;
const join = (more: object) => ({
  name: "n",
  languages: ["en-US"],
  rtcConfig: { channelName: "room-1", pubBotUid: "5" },
  ...more,
});
const betaOf = (channelName: string, output: unknown = channelName) => ({
  audio: { subscribeSource: "AGORARTC", agoraRtcConfig: { channelName, uid: "101", channelType: "LIVE_TYPE" } },
  config: {
    features: ["RECOGNIZE"],
    recognizeConfig: {
      language: "en-US",
      output: { destinations: ["AgoraRTCDataStream"], agoraRTCDataStream: { channelName: output, uid: "102" } },
    },
  },
});
const tampered = (grant: string, change: (parts: string[]) => string[]) => change(grant.split(".")).join(".");
/** The last letter of 43 holds four bits of the signature and two that stand for nothing. */
const respelled = (grant: string) => {
  const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  return grant.slice(0, -1) + letters[letters.indexOf(grant.slice(-1)) + 1];
};
const claimsOf = (claims: unknown) => btoa(JSON.stringify(claims)).replace(/=+$/, "");

/** What a browser sends for an `<img>`: no type, nothing of a script's, and the cookies. */
const image = (headers: Record<string, string>) => ({
  method: "GET",
  user: "",
  headers: { "content-type": "", cookie: "session=of-alice", ...headers },
});

const endless = () =>
  new ReadableStream({ pull: (controller) => controller.enqueue(new Uint8Array(16_384).fill(0x20)) });

const attacks: Attack[] = [
  ["not signed in", 401, /^$/, () => [acquire, { json: acquireBody, user: "" }]],
  ["signed in with nonsense", 401, /^$/, () => [acquire, { json: acquireBody, headers: { authorization: "Basic e" } }]],

  ["an address outside of the proxy", 404, /no such operation/, () => ["/admin"]],
  ["the base path alone", 404, /no such operation/, () => ["/api/agora"]],
  ["a path that begins like the base path", 404, /no such operation/, () => [`/api/agora-admin${acquire.slice(10)}`]],
  ["dots that leave the base path", 404, /no such operation/, () => ["/api/agora/../../etc/passwd"]],
  ["dots that come back into it", 404, /no such operation/, () => [`/api/agora/v1/apps/${appId}/../../../admin`]],
  ["an operation of Agora that the SDK does not have", 404, /no such operation/, () => ["/api/agora/v2/ncs/ip"]],
  ["the account's projects", 404, /no such operation/, () => ["/api/agora/dev/v1/projects"]],
  ["an action that does not exist", 404, /no such operation/, () => [`${project}/delete`]],
  ["another spelling of an operation", 404, /no such operation/, () => [`${project}/Acquire`]],
  ["a slash too many", 404, /no such operation/, () => [`${project}//acquire`]],
  ["a slash at the end", 404, /no such operation/, () => [`${project}/acquire/`]],
  ["backslashes", 404, /no such operation/, () => [`/api/agora\\v1\\..\\..\\x`]],
  ["an address in the address", 404, /no such operation/, () => ["/api/agora/https://evil.example/v1"]],
  ["another project", 404, /not served here/, () => [acquire.replace(appId, "f".repeat(32)), { json: acquireBody }]],
  [
    "a project that walks up",
    404,
    /no such operation/,
    () => [acquire.replace(appId, "%2e%2e"), { json: acquireBody }],
  ],

  ["an ID that walks up", 400, /ID in the address/, () => [start("..%2F..%2Fx"), { json: startBody }]],
  [
    "an ID that walks up, twice encoded",
    400,
    /ID in the address/,
    () => [start("%252e%252e%252fx"), { json: startBody }],
  ],
  [
    "an ID with a new line and a header",
    400,
    /ID in the address/,
    () => [start("x%0d%0aX-Evil:%201"), { json: startBody }],
  ],
  ["an ID with a zero byte", 400, /ID in the address/, () => [start("x%00"), { json: startBody }]],
  ["an ID with a query", 400, /ID in the address/, () => [start("x%3Fa=b"), { json: startBody }]],
  ["an ID with a fragment", 400, /ID in the address/, () => [start("x%23"), { json: startBody }]],
  ["an ID in broken UTF-8", 400, /ID in the address/, () => [start("%ff%fe"), { json: startBody }]],
  ["an ID with a broken escape", 400, /ID in the address/, () => [start("%zz"), { json: startBody }]],
  ["an empty ID", 400, /ID in the address/, () => [`${project}/resourceid//mode/mix/start`, { json: startBody }]],
  ["an ID of 2,000 letters", 400, /ID in the address/, () => [start("x".repeat(2000)), { json: startBody }]],
  ["an address of 10,000 letters", 414, /too long/, () => [start("x".repeat(10_000)), { json: startBody }]],
  [
    "a slash in an ID, to look like another operation",
    403,
    /no grant/,
    () => [start("x%2Fsid%2Fy"), { json: startBody }],
  ],

  ["GET where POST is due", 405, /takes POST/, () => [acquire, { method: "GET" }]],
  ["DELETE on a recording", 405, /takes POST/, () => [stopPath(), { method: "DELETE" }]],
  ["HEAD", 405, /takes POST/, () => [acquire, { method: "HEAD" }]],
  ["a method of one's own", 405, /takes POST/, () => [acquire, { method: "ACQUIRE" }]],
  [
    "another method in a header",
    405,
    /takes POST/,
    () => [acquire, { method: "GET", headers: { "x-http-method-override": "POST" } }],
  ],

  [
    "a form of another site",
    415,
    /application\/json/,
    () => [acquire, { body: "cname=room-1", headers: { "content-type": "application/x-www-form-urlencoded" } }],
  ],
  [
    "JSON as plain text, without preflight",
    415,
    /application\/json/,
    () => [acquire, { json: acquireBody, headers: { "content-type": "text/plain" } }],
  ],
  [
    "a type that only begins so",
    415,
    /application\/json/,
    () => [acquire, { json: acquireBody, headers: { "content-type": "application/json-patch+json" } }],
  ],
  [
    "a packed body",
    415,
    /must not be encoded/,
    () => [acquire, { json: acquireBody, headers: { "content-encoding": "gzip" } }],
  ],
  [
    "a page of another site",
    403,
    /this origin/,
    () => [acquire, { json: acquireBody, headers: { origin: "https://evil.example", "sec-fetch-site": "cross-site" } }],
  ],

  [
    "an image of another site, with the visitor's cookies",
    403,
    /this origin/,
    () => [`${agents}/agents`, image({ "sec-fetch-site": "cross-site", "sec-fetch-mode": "no-cors" })],
  ],
  [
    "an image of another site in an older browser, with the visitor's cookies",
    403,
    /this origin/,
    () => [`${agents}/agents`, image({})],
  ],
  [
    "the same, with the password that the browser remembers",
    403,
    /this origin/,
    () => [`${agents}/agents`, image({ authorization: "Basic YTpi", cookie: "" })],
  ],
  [
    "a page of another site that reads, in a browser without Sec-Fetch-Site",
    403,
    /this origin/,
    () => [`${agents}/agents`, image({ origin: "https://evil.example" })],
  ],
  [
    "a page that came over the network without TLS",
    403,
    /this origin/,
    () => [acquire, { json: acquireBody, headers: { origin: "http://app.example" } }],
  ],
  [
    "a page without an origin, in a sandbox",
    403,
    /this origin/,
    () => [acquire, { json: acquireBody, headers: { origin: "null", "sec-fetch-site": "cross-site" } }],
  ],

  ["no body", 400, /must be a JSON object/, () => [acquire]],
  ["no JSON", 400, /must be a JSON object/, () => [acquire, { body: "{" }]],
  ["a list", 400, /must be a JSON object/, () => [acquire, { json: [acquireBody] }]],
  ["a text", 400, /must be a JSON object/, () => [acquire, { json: "x" }]],
  ["null", 400, /must be a JSON object/, () => [acquire, { json: null }]],
  ["broken UTF-8", 400, /must be a JSON object/, () => [acquire, { body: Uint8Array.of(0x7b, 0xff, 0x7d) }]],
  [
    "a mark before the JSON",
    400,
    /must be a JSON object/,
    () => [acquire, { body: `\ufeff${JSON.stringify(acquireBody)}` }],
  ],
  ["two values", 400, /must be a JSON object/, () => [acquire, { body: "{}{}" }]],
  ["a large body", 413, /more than 65536/, () => [acquire, { json: { ...acquireBody, cname: "x".repeat(70_000) } }]],
  ["an endless body", 413, /more than 65536/, () => [acquire, { body: endless(), duplex: "half" } as RequestInit]],
  [
    "a body that breaks off",
    400,
    /could not be read/,
    () => [
      acquire,
      { body: new ReadableStream({ pull: (c) => c.error(new Error("cut")) }), duplex: "half" } as RequestInit,
    ],
  ],
  [
    "a large body that says it is small",
    413,
    /more than 65536/,
    () => [acquire, { body: endless(), duplex: "half", headers: { "content-length": "2" } } as RequestInit],
  ],
  ["30,000 brackets", 400, /must be a JSON object/, () => [acquire, { body: "[".repeat(30_000) }]],
  [
    "30,000 lists in a field",
    400,
    /must be a value/,
    () => [acquire, { body: `{"cname":${"[".repeat(30_000)}${"]".repeat(30_000)}}` }],
  ],
  [
    "a body where none belongs",
    400,
    /takes no body/,
    () => [`${agents}/agents/${loot.agentId}/leave`, { json: {}, grant: loot.agentGrant }],
  ],

  [
    "a field that is not documented",
    400,
    /clientRequest\.admin is no documented/,
    () => [acquire, { json: { ...room, clientRequest: { admin: true } } }],
  ],
  [
    "another App ID in the body",
    400,
    /appId is no documented/,
    () => [acquire, { json: { ...acquireBody, appId: "x" } }],
  ],
  [
    "a prototype",
    400,
    /__proto__ is no documented/,
    () => [acquire, { body: `{"__proto__":{"subject":"alice"},"cname":"a","uid":"1"}` }],
  ],
  [
    "a constructor",
    400,
    /constructor is no documented/,
    () => [acquire, { json: { ...acquireBody, constructor: {} } }],
  ],
  ["names that break a log", 400, /^a\?\?b is no documented/, () => [acquire, { json: { "a\r\nb": 1 } }]],
  [
    "an object where a value belongs",
    400,
    /cname must be a value/,
    () => [acquire, { json: { ...acquireBody, cname: { $ne: 1 } } }],
  ],
  [
    "a value where an object belongs",
    400,
    /clientRequest must be an object/,
    () => [acquire, { json: { ...room, clientRequest: "x" } }],
  ],
  [
    "parameters that are not documented",
    400,
    /privateParams is no documented/,
    () => [start(loot.resourceId), { json: { ...room, clientRequest: { recordingConfig: { privateParams: "{}" } } } }],
  ],
  [
    "a uid that is a number",
    400,
    /uid must be/,
    () => [acquire, { user: "mallory", json: { ...acquireBody, uid: 900_001 } }],
  ],
  ["the uid 0", 400, /uid must be/, () => [acquire, { user: "mallory", json: { ...acquireBody, uid: "0" } }]],
  [
    "a channel with a new line",
    400,
    /cname must have/,
    () => [acquire, { user: "mallory", json: { ...acquireBody, cname: "a\nb" } }],
  ],
  [
    "a channel of blanks, which no list of names has",
    400,
    /channel is blank/,
    () => [acquire, { user: "mallory", json: { ...acquireBody, cname: " " } }],
  ],
  [
    "a channel of other blanks, for a transcription",
    400,
    /channel is blank/,
    () => [`${agents}/join`, { json: join({ rtcConfig: { channelName: "\u00a0\t", pubBotUid: "5" } }) }],
  ],
  [
    "a channel of blanks, for the beta",
    400,
    /channel is blank/,
    () => [`${tasks}/tasks?builderToken=t`, { json: betaOf("  ") }],
  ],
  [
    "a resource for a year",
    400,
    /resourceExpiredHour must be/,
    () => [acquire, { user: "mallory", json: { ...room, clientRequest: { resourceExpiredHour: 8760 } } }],
  ],

  [
    "a storage of one's own",
    400,
    /storageConfig is this server's/,
    () => [start(loot.resourceId), { json: { ...room, clientRequest: { storageConfig } } }],
  ],
  [
    "a storage in acquire",
    400,
    /storageConfig is this server's/,
    () => [acquire, { json: { ...room, clientRequest: { startParameter: { storageConfig } } } }],
  ],
  [
    "a storage in update",
    400,
    /storageConfig is this server's/,
    () => [stopPath().replace(/stop$/, "update"), { json: { ...room, clientRequest: { storageConfig } } }],
  ],
  [
    "a storage for captions",
    400,
    /captionConfig\.storage is this server's/,
    () => [`${agents}/join`, { json: join({ captionConfig: { storage: storageConfig } }) }],
  ],
  [
    "a host that would be shown the keys",
    400,
    /extensionParams is this server's/,
    () => [
      `${agents}/join`,
      { json: join({ captionConfig: { extensionParams: { endpoint: "https://evil.example" } } }) },
    ],
  ],
  [
    "the same at the top",
    400,
    /extensionParams is this server's/,
    () => [`${agents}/join`, { json: join({ extensionParams: { endpoint: "https://evil.example" } }) }],
  ],
  [
    "a storage of the beta",
    400,
    /cloudStorage is this server's/,
    () => [
      `${tasks}/tasks?builderToken=t`,
      { json: { config: { recognizeConfig: { output: { cloudStorage: [] } } } } },
    ],
  ],
  [
    "keys for another service",
    400,
    /accessKey is no documented/,
    () => [
      start(loot.resourceId),
      {
        json: {
          ...room,
          clientRequest: {
            extensionServiceConfig: {
              extensionServices: [{ serviceName: "aliyun_vod_service", serviceParam: { accessKey: "a" } }],
            },
          },
        },
      },
    ],
  ],

  [
    "a channel of one's own beside somebody else's",
    400,
    /rtcConfig is no documented/,
    () => [
      `${tasks}/tasks?builderToken=t`,
      { user: "mallory", json: { rtcConfig: { channelName: "mallory-1" }, ...betaOf("alice-1") } },
    ],
  ],
  [
    "the same, with half of a request of the beta",
    400,
    /rtcConfig is no documented/,
    () => [
      `${tasks}/tasks?builderToken=t`,
      { user: "mallory", json: { rtcConfig: { channelName: "mallory-1" }, config: betaOf("alice-1").config } },
    ],
  ],
  [
    "captions into somebody else's channel",
    400,
    /agoraRTCDataStream\.channelName must be the channel of audio/,
    () => [`${tasks}/tasks?builderToken=t`, { user: "mallory", json: betaOf("mallory-1", "alice-1") }],
  ],
  [
    "captions into a channel that is a list",
    400,
    /agoraRTCDataStream\.channelName must be the channel of audio/,
    () => [`${tasks}/tasks?builderToken=t`, { user: "mallory", json: betaOf("mallory-1", ["mallory-1"]) }],
  ],

  ["a parameter twice", 400, /query string/, () => [`${tasks}/tasks?builderToken=a&builderToken=b`, { json: {} }]],
  ["no builder token", 400, /builderToken is missing/, () => [`${tasks}/tasks`, { json: {} }]],
  ["a builder token that walks up", 400, /ID in the address/, () => [`${tasks}/tasks?builderToken=../x`, { json: {} }]],
  ["the agents of everybody", 403, /Listing/, () => [`${agents}/agents`, { method: "GET" }]],

  ["stopping without a grant", 403, /no grant/, () => [stopPath(), { user: "mallory", json: stopBody }]],
  [
    "stopping with the owner's grant",
    403,
    /not for this/,
    () => [stopPath(), { user: "mallory", json: stopBody, grant: loot.grant }],
  ],
  [
    "stopping with one's own grant",
    403,
    /not for this/,
    () => [stopPath(), { user: "mallory", json: stopBody, grant: loot.ownGrant }],
  ],
  [
    "starting somebody's resource",
    403,
    /not for this/,
    () => [start(loot.resourceId), { user: "mallory", json: startBody, grant: loot.ownGrant }],
  ],
  [
    "querying by guessing",
    403,
    /no grant/,
    () => [stopPath().replace(/stop$/, "query"), { method: "GET", user: "mallory" }],
  ],
  [
    "stopping with the grant of somebody's lease",
    403,
    /not for this/,
    () => [stopPath(), { user: "mallory", json: stopBody, grant: loot.leaseGrant }],
  ],
  [
    "starting with the grant of the recording",
    403,
    /not for this/,
    () => [start(loot.resourceId), { json: startBody, grant: loot.grant }],
  ],
  [
    "an agent with the grant of a recording",
    403,
    /not for this/,
    () => [`${agents}/agents/${loot.agentId}/leave`, { grant: loot.grant }],
  ],
  [
    "somebody's agent",
    403,
    /not for this/,
    () => [`${agents}/agents/${loot.agentId}/leave`, { user: "mallory", grant: loot.agentGrant }],
  ],
  ["nonsense as a grant", 403, /not for this/, () => [stopPath(), { json: stopBody, grant: "nonsense" }]],
  ["a huge grant", 403, /not for this/, () => [stopPath(), { json: stopBody, grant: `1.${"A".repeat(50_000)}.x` }]],
  [
    "a grant without its signature",
    403,
    /not for this/,
    () => [stopPath(), { json: stopBody, grant: tampered(loot.grant, ([v = "", p = ""]) => [v, p, ""]) }],
  ],
  [
    "a grant with another channel",
    403,
    /not for this/,
    () => [
      stopPath(),
      {
        json: stopBody,
        grant: tampered(loot.grant, ([v = "", , m = ""]) => [v, claimsOf(["room-2", "900001", 9e9]), m]),
      },
    ],
  ],
  [
    "a grant that lives longer",
    403,
    /not for this/,
    () => [
      stopPath(),
      {
        json: stopBody,
        grant: tampered(loot.grant, ([v = "", , m = ""]) => [v, claimsOf(["room-1", "900001", 9e9]), m]),
      },
    ],
  ],
  [
    "a grant of another version",
    403,
    /not for this/,
    () => [stopPath(), { json: stopBody, grant: tampered(loot.grant, ([, ...rest]) => ["2", ...rest]) }],
  ],
  [
    "a grant in another spelling of its base64",
    403,
    /not for this/,
    () => [stopPath(), { json: stopBody, grant: respelled(loot.grant) }],
  ],
  ["two grants", 403, /not for this/, () => [stopPath(), { json: stopBody, grant: `${loot.grant}, ${loot.ownGrant}` }]],
  [
    "claims that are no list",
    403,
    /not for this/,
    () => [
      stopPath(),
      { json: stopBody, grant: tampered(loot.grant, ([v = "", , m = ""]) => [v, claimsOf({ length: 3 }), m]) },
    ],
  ],
];

/** Why it was refused. In finished form, what is wrong with a body is told field by field. */
interface Told {
  reason?: string;
  issues?: { path: string; message: string }[];
}

describe.each([
  ["answered as the service does", "application/json"],
  ["answered in finished form", finishedType],
])("attacks, %s", (_form, accept) => {
  test.each(attacks)("%s: %i", async (_, status, reason, request) => {
    const [path, init] = request();
    const response = await world.send(path, { accept, ...init });
    const text = await response.text();
    const { reason: said, issues = [] }: Told = text === "" ? {} : JSON.parse(text);
    const told = said ?? issues.map(({ path, message }) => `${path} ${message}.`).join(" ");
    expect([response.status, response.headers.get("x-agora-edge-proxy"), told]).toEqual([
      status,
      "1",
      expect.stringMatching(reason),
    ]);
    expect(response.headers.get("cache-control")).toBe("no-store");
    expect(response.headers.get("x-content-type-options")).toBe("nosniff");
    expect(world.operations().slice(before)).toEqual([]);
    for (const canary of Object.values(canaries)) expect(text).not.toContain(canary);
  });
});

describe("a grant", () => {
  test("that was signed with a stolen old secret is refused", async () => {
    const { resourceId, sid } = loot;
    const scope = { subject: "alice", appId, ids: ["recording", resourceId, sid] };
    const claims = { ...room, expiresAt: 9e9 };
    const sent = async (secret: string) => {
      const grant = await signGrant(secret, scope, claims);
      return world.send(stopPath().replace(/stop$/, "query"), { method: "GET", grant });
    };
    expect((await sent("stolen-and-replaced")).status).toBe(403);
    // What the row above means: with the right secret it is let through.
    expect((await sent(canaries.grantSecret)).headers.get("x-agora-edge-proxy")).toBeNull();
  });
});

describe("attacks that the service refuses", () => {
  test("somebody's recording under one's own resource: the sid does not belong to it", async () => {
    const path = `${project}/resourceid/${loot.ownResourceId}/sid/${loot.sid}/mode/mix`;
    const own = { user: "mallory", grant: loot.ownGrant };
    const stopped = await world.send(`${path}/stop`, { ...own, json: stopBody });
    const queried = await world.send(`${path}/query`, { ...own, method: "GET" });
    expect([stopped.status, queried.status]).toEqual([404, 404]);
    // Under the channel and the uid of Mallory's lease, whatever the body said.
    expect(world.fake.requests.at(-2)?.body).toMatchObject({ cname: "room-1", uid: "900009" });
    expect(world.fake.recordings).toMatchObject([{ sid: loot.sid, live: true }]);
  });
});

describe("10,000 mutated requests", () => {
  test("reach nobody, and none crashes", { timeout: 120_000 }, async () => {
    const sent = world.operations().length;
    // Without acquire, which every user who is signed in may send.
    const paths = [stopPath(), start(loot.resourceId), `${agents}/join`, `${agents}/agents/${loot.agentId}/leave`];
    const mutation = fc.record({
      path: fc.constantFrom(...paths),
      at: fc.nat(400),
      insert: fc.oneof(
        fc.constantFrom("/", "..", "%2e", "%00", "%", "?", "#", "\\", "//", "%2f", "a"),
        fc.string({ maxLength: 3 }),
      ),
      remove: fc.nat(3),
      method: fc.constantFrom("GET", "POST", "PUT", "PATCH", "DELETE"),
      user: fc.constantFrom("", "mallory"),
      grant: fc.constantFrom(undefined, "", "1.a.b", loot.grant, loot.leaseGrant),
      body: fc.oneof(fc.json(), fc.string(), fc.constant(JSON.stringify(stopBody))),
      type: fc.constantFrom("application/json", "text/plain", ""),
    });
    const property = fc.asyncProperty(
      mutation,
      async ({ path, at, insert, remove, method, user, grant, body, type }) => {
        const address = path.slice(0, at) + insert + path.slice(at + remove);
        const headers = new Headers({ "content-type": type });
        if (user) headers.set("authorization", `Bearer ${user}`);
        if (grant !== undefined) headers.set("x-agora-edge-grant", grant);
        const init = { method, headers, ...(method === "GET" ? {} : { body }) };
        const response = await world.handler(
          new Request(origin + (address.startsWith("/") ? "" : "/") + address, init),
        );
        expect(response.headers.get("x-agora-edge-proxy")).toBe("1");
        expect(response.status).toBeGreaterThanOrEqual(400);
        expect(response.status).toBeLessThan(500);
      },
    );
    await fc.assert(property, { numRuns: 10_000 });
    expect(world.operations()).toHaveLength(sent);
  });
});
