// What people try who want to record at somebody else's cost, and what main.ts says to it.

const json = { "content-type": "application/json" };
const evil = { origin: "https://evil.example", "sec-fetch-site": "cross-site" };
const bearer = (token) => ({ authorization: `Bearer ${token}` });

const acquireAt = (appId) => `/api/agora/v1/apps/${appId}/cloud_recording/acquire`;
const startAt = (appId, mode) => `/api/agora/v1/apps/${appId}/cloud_recording/resourceid/r/mode/${mode}/start`;
const joinAt = (appId) => `/api/agora/api/speech-to-text/v1/projects/${appId}/join`;

const order = (more = {}) => ({ cname: "alice-1", uid: "900001", clientRequest: {}, ...more });
const anyPage = {
  extensionServiceConfig: {
    extensionServices: [
      { serviceName: "web_recorder_service", serviceParam: { url: "https://evil.example/", maxRecordingHour: 720 } },
    ],
  },
};
const captions = ({ pubBotUid = "900011", channelName = "alice-1", ...more }) => ({
  name: channelName,
  languages: ["en-US"],
  rtcConfig: { channelName, pubBotUid },
  ...more,
});

/**
 * Each is a name, the status that it has to be answered with, where it is sent, by whom, the body, and a part of the answer
 * where the same status could have another reason.
 */
const attacksOn = (appId, alice) => [
  ["a page of another site reads the list", 403, "/recordings", { ...alice, ...evil }],
  ["a page of another site acquires", 403, acquireAt(appId), { ...alice, ...evil }, order()],
  [
    "a form of another site, as text",
    403,
    acquireAt(appId),
    { ...alice, ...evil, "content-type": "text/plain" },
    order(),
  ],
  ["nobody reads the list", 401, "/recordings", {}],
  ["somebody whose name has no token", 401, "/recordings", bearer("undefined")],
  ["somebody whose token is empty", 401, "/recordings", bearer("")],
  ["alice in the channel of alice-x", 403, acquireAt(appId), alice, order({ cname: "alice-x-1" })],
  ["alice in a channel without an owner", 403, acquireAt(appId), alice, order({ cname: "alice" })],
  ["a recorder with the uid of a participant", 403, acquireAt(appId), alice, order({ uid: "1001" })],
  ["a resource for 720 hours", 403, acquireAt(appId), alice, order({ clientRequest: { resourceExpiredHour: 720 } })],
  [
    "any page for 720 hours",
    403,
    startAt(appId, "web"),
    alice,
    order({ clientRequest: anyPage }),
    "mode is not offered",
  ],
  [
    "30 days with nobody in the channel",
    403,
    startAt(appId, "mix"),
    alice,
    order({ clientRequest: { recordingConfig: { maxIdleTime: 2_592_000 } } }),
    "300 seconds at most",
  ],
  ["a bot with the uid of a participant", 403, joinAt(appId), alice, captions({ pubBotUid: "1001" })],
  ["captions for ever", 403, joinAt(appId), alice, captions({ maxIdleTime: 0 })],
  ["captions in the channel of alice-x", 403, joinAt(appId), alice, captions({ channelName: "alice-x-1" })],
  ["an agent with the name of another channel", 403, joinAt(appId), alice, captions({ name: "alice-x-1" })],
  [
    "tasks of v6, which are not offered",
    403,
    `/api/agora/v1/projects/${appId}/rtsc/speech-to-text/builderTokens`,
    alice,
    {},
  ],
];

/**
 * Tries all of them. Resolves with how many there were.
 *
 * @throws Error that names the first that is not answered as it should be, or that reaches Agora
 */
export async function tryAttacks({ fake, origin, token }) {
  const attacks = attacksOn(fake.appId, bearer(token));
  for (const [name, status, path, headers, body, reason = ""] of attacks) {
    const before = fake.requestCount;
    const post = body === undefined ? {} : { method: "POST", body: JSON.stringify(body) };
    const answer = await fetch(`${origin}${path}`, { ...post, headers: { ...json, ...headers } });
    const text = await answer.text();
    if (answer.status !== status || !text.includes(reason)) {
      throw new Error(`Attack "${name}": ${answer.status} instead of ${status}, with ${text}`);
    }
    if (fake.requestCount !== before) throw new Error(`Attack "${name}" has reached Agora.`);
  }
  return attacks.length;
}
