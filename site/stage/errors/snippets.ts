// The shortest program in which an error happens.
import type { AgoraErrorKind, AgoraOperation } from "@agora-edge/core";

const client = `const fake = createFakeAgora();
const agora = createAgoraClient({
  appId: fake.appId,
  auth: basicAuth(fake.customerId, fake.customerSecret),
  fetch: fake.fetch,
});`;

const imports = `import { basicAuth, createAgoraClient, explainError } from "@agora-edge/core";
import { createFakeAgora } from "@agora-edge/msw/fake";`;

const storage = `const storageConfig = { vendor: 1, region: 0, bucket: "recordings", accessKey: "key", secretKey: "secret" };`;
const acquire = `const resource = await agora.recording.acquire({ cname: "room-1", uid: "900001" });`;
const start = `await agora.recording.start({ ...resource, mode: "mix", clientRequest: { storageConfig } })`;
const started = [storage, acquire, `const recording = ${start};`];
const request = `const request = {
  name: "room-1",
  languages: ["en-US"],
  rtcConfig: { channelName: "room-1", pubBotUid: "47091" },
};`;
const join = "await agora.sttAgents.join(request)";
const joined = [request, `const agent = ${join};`];
const lease = `const lease = await agora.sttTasks.acquire({ instanceId: "room-1" });`;
const taskRequest = `const request = {
  languages: ["en-US"],
  rtcConfig: { channelName: "room-1", subBotUid: "47091", pubBotUid: "47092" },
};`;
const task = `await agora.sttTasks.start({ ...lease, version: "v6", request })`;
const tasked = [taskRequest, lease, `const task = ${task};`];

/** What has to be there before an operation, and the call itself. */
const calls: Record<AgoraOperation, readonly [before: readonly string[], call: string]> = {
  "recording.acquire": [[], `await agora.recording.acquire({ cname: "room-1", uid: "900001" })`],
  "recording.start": [[storage, acquire], start],
  "recording.query": [started, "await agora.recording.query(recording)"],
  "recording.update": [started, `await agora.recording.update(recording, { streamSubscribe: { audioUidList: {} } })`],
  "recording.updateLayout": [started, `await agora.recording.updateLayout(recording, { mixedVideoLayout: 1 })`],
  "recording.stop": [started, "await agora.recording.stop(recording)"],
  "recording.notificationAddresses": [[], "await agora.recording.notificationAddresses()"],
  "sttAgents.join": [[request], join],
  "sttAgents.get": [joined, "await agora.sttAgents.get(agent)"],
  "sttAgents.update": [joined, `await agora.sttAgents.update(agent, { languages: ["ja-JP"] })`],
  "sttAgents.leave": [joined, "await agora.sttAgents.leave(agent)"],
  "sttAgents.list": [[], `for await (const agent of agora.sttAgents.list()) console.log(agent.agentId)`],
  "sttTasks.acquire": [[], `await agora.sttTasks.acquire({ instanceId: "room-1" })`],
  "sttTasks.start": [[taskRequest, lease], task],
  "sttTasks.query": [tasked, "await agora.sttTasks.query(task)"],
  "sttTasks.update": [tasked, `await agora.sttTasks.update(task, { languages: ["ja-JP"] })`],
  "sttTasks.stop": [tasked, "await agora.sttTasks.stop(task)"],
  "channels.list": [[], "for await (const channel of agora.channels.list()) console.log(channel.cname)"],
  "channels.users": [[], `await agora.channels.users("room-1")`],
  "channels.user": [[], `await agora.channels.user("room-1", 1001)`],
  "channels.ban": [[], `await agora.channels.ban({ cname: "room-1", privileges: ["join_channel"] })`],
  "channels.bans": [[], "await agora.channels.bans()"],
  "channels.updateBan": [[], "await agora.channels.updateBan(1, { time: 10 })"],
  "channels.unban": [[], "await agora.channels.unban(1)"],
};

const explain = `} catch (error) {
  console.log(explainError(error));
}`;

export function faultSnippet(kind: AgoraErrorKind, operation: AgoraOperation): string {
  const [before, call] = calls[operation];
  return [
    imports,
    "",
    client,
    ...before,
    "",
    `fake.fail("${operation}", { kind: "${kind}", times: Infinity });`,
    "try {",
    `  ${call};`,
    explain,
  ].join("\n");
}

const local: Partial<Record<AgoraErrorKind, string>> = {
  aborted: `${imports}

${client}

try {
  await agora.recording.acquire({ cname: "room-1", uid: "900001" }, { signal: AbortSignal.abort() });
${explain}`,
  "invalid-config": `import { basicAuth, createAgoraClient, explainError } from "@agora-edge/core";

try {
  createAgoraClient({ appId: "not an App ID", auth: basicAuth("id", "secret") });
${explain}`,
  "invalid-request": `${imports}

${client}

try {
  await agora.recording.acquire({ cname: "room-1", uid: "nobody" });
${explain}`,
  "invalid-state": `import { basicAuth, createAgoraClient, createRecordingSession, explainError } from "@agora-edge/core";
import { createFakeAgora } from "@agora-edge/msw/fake";

${client}
${storage}
const session = createRecordingSession(agora, {
  cname: "room-1",
  uid: "900001",
  mode: "mix",
  clientRequest: { storageConfig },
});

try {
  await session.updateLayout({ mixedVideoLayout: 1 });
${explain}`,
  "invalid-signature": `import { explainError } from "@agora-edge/core";
import { verifyNotification } from "@agora-edge/core/server";

const request = new Request("https://app.example/notifications", {
  method: "POST",
  headers: { "Agora-Signature-V2": "0".repeat(64) },
  body: "{}",
});

try {
  await verifyNotification(request, { secret: "the secret of Agora Console" });
${explain}`,
};

export const localSnippet = (kind: AgoraErrorKind): string | undefined => local[kind];
