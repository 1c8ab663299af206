import { describe, expect, test } from "vitest";
import {
  validateQuery,
  validateStart,
  validateStop,
  validateUpdate,
  validateUpdateLayout,
} from "../../testing/validate-requests.ts";

const storageConfig = { vendor: 1, region: 0, bucket: "b", accessKey: "a", secretKey: "s" };
const snapshotConfig = { fileType: ["jpg"] };
const lease = { cname: "room-1", uid: "900001", resourceId: "r" };
const config = "clientRequest.recordingConfig";

const started = (request: unknown) => validateStart(request).map(({ path }) => path);
const paths = (issues: { path: string }[]) => issues.map(({ path }) => path);
const handle = (mode: string) => ({ ...lease, sid: "s", mode });
const streamSubscribe = { audioUidList: { subscribeAudioUids: ["#allstream#"] } };
const webRecordingConfig = { onhold: true };

describe("mode raw", () => {
  const raw = (recordingConfig: object = {}, more: object = {}, top: object = {}) => ({
    ...lease,
    mode: "raw",
    clientRequest: { storageConfig, recordingConfig: { channelType: 1, ...recordingConfig }, ...more },
    ...top,
  });

  test.each<[rule: string, accepted: object, refused: object, path: string]>([
    ["R2: cname is a channel", raw({}, {}, { cname: "a b" }), raw({}, {}, { cname: "räum" }), "cname"],
    [
      "with extensionServiceConfig the service rejects the request",
      raw(),
      raw({}, { extensionServiceConfig: { extensionServices: [] } }),
      "clientRequest.extensionServiceConfig",
    ],
    [
      "R13: MP4 comes only next to HLS",
      raw({}, { recordingFileConfig: { avFileType: ["hls", "mp4"] } }),
      raw({}, { recordingFileConfig: { avFileType: ["mp4"] } }),
      "clientRequest.recordingFileConfig.avFileType",
    ],
    [
      "R14: one list for each medium",
      raw({ subscribeAudioUids: ["#allstream#"], subscribeVideoUids: ["1"], subscribeUidGroup: 0 }),
      raw({ subscribeVideoUids: ["1"], unSubscribeVideoUids: ["2"] }),
      `${config}.unSubscribeVideoUids`,
    ],
    [
      "R26: snapshots need video",
      raw({ streamTypes: 1 }, { snapshotConfig }),
      raw({ streamTypes: 0 }, { snapshotConfig }),
      `${config}.streamTypes`,
    ],
    [
      "R26: snapshots next to an audio list need a video list",
      raw({ subscribeAudioUids: ["1"], subscribeVideoUids: ["1"] }, { snapshotConfig }),
      raw({ subscribeAudioUids: ["1"] }, { snapshotConfig }),
      `${config}.subscribeVideoUids`,
    ],
  ])("%s", (_rule, accepted, refused, path) => {
    expect(started(accepted)).toEqual([]);
    expect(started(refused)).toEqual([path]);
  });

  test.each<[string, object]>([
    ["without recordingConfig, and so without subscribeUidGroup", raw({}, { recordingConfig: undefined })],
    ["with the scene of a channel", raw({}, {}, { scene: 0 })],
    ["with the scene of a page, which is without effect", raw({}, {}, { scene: 1 })],
    ["with a lease that names no scene", raw({}, {}, { acquiredAt: 1, expiresAt: 2 })],
    ["to MP3", raw({ streamTypes: 0 }, { recordingFileConfig: { avFileType: ["mp3"] } })],
    ["with streamMode, of which it is only said that it is gone", raw({ streamMode: "standard" })],
  ])("is accepted %s", (_what, request) => {
    expect(started(request)).toEqual([]);
  });

  test("is updated like a channel, and has no layout", () => {
    expect(validateQuery(handle("raw"))).toEqual([]);
    expect(validateUpdate(handle("raw"), { streamSubscribe, storageConfig })).toEqual([]);
    expect(paths(validateUpdate(handle("raw"), { webRecordingConfig }))).toEqual(["clientRequest.webRecordingConfig"]);
    expect(paths(validateUpdateLayout(handle("raw"), {}))).toEqual(["handle.mode"]);
    expect(paths(validateUpdateLayout(handle("raw"), { mixedVideoLayout: 1 }))).toEqual(["handle.mode"]);
  });
});

describe("a mode that this SDK does not know", () => {
  const other = (clientRequest: object, top: object = {}) => ({ ...lease, mode: "hologram", clientRequest, ...top });

  test("is checked by what all modes share, and by nothing else", () => {
    const extensionServiceConfig = { extensionServices: [{ serviceName: "new", serviceParam: {} }] };
    expect(started(other({ storageConfig, extensionServiceConfig, snapshotConfig, depth: 3 }))).toEqual([]);
    expect(started(other({ storageConfig }, { cname: "räum 7/ä", scene: 1 }))).toEqual([]);
    expect(started(other({ storageConfig, recordingConfig: { maxIdleTime: 3 } }, { uid: "0" })).sort()).toEqual([
      `${config}.maxIdleTime`,
      "uid",
    ]);
  });

  test("may be updated and have a layout", () => {
    expect(validateStop(handle("hologram"))).toEqual([]);
    expect(validateUpdate(handle("hologram"), { streamSubscribe, webRecordingConfig })).toEqual([]);
    expect(validateUpdateLayout(handle("hologram"), { mixedVideoLayout: 1 })).toEqual([]);
  });

  test.each(["", "..", "mix/start", "mix?", "web ", "Mix", "RAW", 1, null])("is a word, not %j", (mode) => {
    expect(started({ ...lease, mode, clientRequest: { storageConfig } })).toEqual(["mode"]);
    expect(paths(validateQuery({ ...lease, sid: "s", mode }))).toEqual(["handle.mode"]);
  });
});
