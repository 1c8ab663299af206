import { existsSync, readdirSync, readFileSync } from "node:fs";

/** One request as a client of the service sends it. */
export interface SttSample {
  name: string;
  method: string;
  /** Path and query, with ids and tokens as that client writes them; ours are percent-encoded. */
  path: string;
  body: Record<string, unknown> | null;
}

const project = "/v1/projects/app1/rtsc/speech-to-text";
const agents = "/api/speech-to-text/v1/projects/app1";
const rtcConfig = { channelName: "room-1", subBotUid: "1000", pubBotUid: "2000" };
const storage = { accessKey: "ak", secretKey: "sk", bucket: "b", vendor: 1, region: 0, fileNamePrefix: ["captions"] };

/** Written after the documentation of the service: one of each operation and generation. */
export const ownSamples: readonly SttSample[] = [
  { name: "acquire", method: "POST", path: `${project}/builderTokens`, body: { instanceId: "room-1" } },
  {
    name: "v6 start",
    method: "POST",
    path: `${project}/tasks?builderToken=a+b/c==`,
    body: {
      languages: ["en-US", "es-ES"],
      uidLanguagesConfig: [{ uid: "101", languages: ["ja-JP"] }],
      maxIdleTime: 120,
      rtcConfig: { ...rtcConfig, subscribeAudioUids: ["101"], enableJsonProtocol: true },
      translateConfig: { languages: [{ source: "en-US", target: ["fr-FR"] }] },
      captionConfig: { sliceDuration: 60, storage },
    },
  },
  {
    name: "beta start",
    method: "POST",
    path: `${project}/tasks?builderToken=a+b/c==`,
    body: {
      audio: {
        subscribeSource: "AGORARTC",
        agoraRtcConfig: {
          channelName: "room-1",
          uid: "1000",
          token: "007",
          channelType: "LIVE_TYPE",
          subscribeConfig: { subscribeMode: "CHANNEL_MODE" },
          maxIdleTime: 120,
        },
      },
      config: {
        features: ["RECOGNIZE"],
        recognizeConfig: {
          language: "en-US,es-ES",
          model: "Model",
          profanityFilter: false,
          connectionTimeout: 60,
          output: {
            destinations: ["AgoraRTCDataStream"],
            agoraRTCDataStream: { channelName: "room-1", uid: "2000", token: "007" },
          },
        },
      },
    },
  },
  { name: "task query", method: "GET", path: `${project}/tasks/T1?builderToken=a+b/c==`, body: null },
  {
    name: "task update",
    method: "PATCH",
    path: `${project}/tasks/T1?builderToken=a+b/c==&sequenceId=1&updateMask=languages,translateConfig.enable`,
    body: { languages: ["zh-CN"], translateConfig: { enable: false } },
  },
  { name: "task stop", method: "DELETE", path: `${project}/tasks/T1?builderToken=a+b/c==`, body: null },
  {
    name: "v7 join",
    method: "POST",
    path: `${agents}/join`,
    body: {
      name: "room-1-7f3a",
      languages: ["en-US"],
      keywords: ["Kestrel"],
      maxIdleTime: 600,
      rtcConfig: { channelName: "room-1", pubBotUid: "2000", enableJsonProtocol: true },
      translateConfig: { languages: [{ source: "en-US", target: ["fr-FR", "ja-JP"] }] },
      captionConfig: { storage: { ...storage, vendor: 11 }, extensionParams: { endpoint: "https://s3.example.com" } },
    },
  },
  { name: "v7 get", method: "GET", path: `${agents}/agents/A1`, body: null },
  {
    name: "v7 update",
    method: "POST",
    path: `${agents}/agents/A1/update?sequenceId=1&updateMask=rtcConfig.subscribeAudioUids,keywords`,
    body: { rtcConfig: { subscribeAudioUids: ["101", "202"] }, keywords: ["Merlin"] },
  },
  { name: "v7 leave", method: "POST", path: `${agents}/agents/A1/leave`, body: null },
  { name: "v7 list", method: "GET", path: `${agents}/agents?channel=room-1&state=2&limit=5`, body: null },
];

/** Recordings of other clients, where the machine has them beside the project; no part of the project. */
export function foreignSamples(folder = new URL("../../../shared/wire/", import.meta.url)): SttSample[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith(".json") && name.startsWith("stt-"))
    .map((name): SttSample => JSON.parse(readFileSync(new URL(name, folder), "utf8")));
}
