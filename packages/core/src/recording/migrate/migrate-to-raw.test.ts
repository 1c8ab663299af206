import { describe, expect, test } from "vitest";
import type { StartRequest } from "../types/start.ts";
import { migrateToRaw } from "./migrate-to-raw.ts";
import { validateStart } from "../../testing/validate-requests.ts";

const storageConfig = { vendor: 1, region: 0, bucket: "b", accessKey: "AKIAsecret", secretKey: "SKsecret" };
const lease = { cname: "room-1", uid: "900001", resourceId: "r", acquiredAt: 1, expiresAt: 2, grant: "g" };
const recordingConfig = { channelType: 1, subscribeUidGroup: 0, secret: "channelsecret" } as const;

const old: StartRequest<"individual"> = {
  ...lease,
  scene: 0,
  mode: "individual",
  clientRequest: {
    token: "007secret",
    storageConfig,
    recordingConfig: { ...recordingConfig, streamMode: "standard" },
    recordingFileConfig: { avFileType: ["hls"] },
    appsCollection: { combinationPolicy: "postpone_transcoding" },
    transcodeOptions: { container: { format: "mp4" } },
  },
};

const told = (request: StartRequest<"individual">) =>
  migrateToRaw(request).changes.map(({ kind, path }) => `${kind} ${path}`);

describe("migrateToRaw", () => {
  test("gives the request of raw, with the lease and everything that stays", () => {
    expect(migrateToRaw(old).request).toEqual({
      ...lease,
      mode: "raw",
      clientRequest: {
        token: "007secret",
        storageConfig,
        recordingConfig,
        recordingFileConfig: { avFileType: ["hls"] },
      },
    });
  });

  test("tells what changed and what was lost, in the request, the files and the notifications", () => {
    expect(told(old)).toEqual([
      "changed mode",
      "dropped scene",
      "dropped clientRequest.appsCollection",
      "dropped clientRequest.transcodeOptions",
      "dropped clientRequest.recordingConfig.streamMode",
      "changed serverResponse.fileList",
      "changed serverResponse.fileList",
      "changed serverResponse.uploadingStatus",
      "changed payload.serviceScene",
    ]);
  });

  test("tells of fields only where they were given", () => {
    const request = { ...old, scene: undefined, clientRequest: { storageConfig, recordingConfig } };
    expect(told(request).filter((line) => line.startsWith("dropped"))).toEqual([]);
  });

  test("drops the services of an old template, with which the service would reject the request", () => {
    const clientRequest = { ...old.clientRequest, extensionServiceConfig: { extensionServices: [] } } as never;
    const { request, changes } = migrateToRaw({ ...old, clientRequest });
    expect(request.clientRequest).not.toHaveProperty("extensionServiceConfig");
    expect(changes).toContainEqual(
      expect.objectContaining({ kind: "dropped", path: "clientRequest.extensionServiceConfig" }),
    );
  });

  test("says of `original` that nothing promises untouched audio any more", () => {
    const clientRequest = { storageConfig, recordingConfig: { ...recordingConfig, streamMode: "original" } } as const;
    const { changes } = migrateToRaw({ ...old, clientRequest });
    expect(changes.find(({ path }) => path.endsWith("streamMode"))?.note).toContain("as it was sent");
  });

  test("tells of pictures instead of playlists where only pictures are taken", () => {
    const snapshots = { storageConfig, recordingConfig, snapshotConfig: { fileType: ["jpg"] } } as const;
    const notesOf = (request: StartRequest<"individual">) =>
      migrateToRaw(request)
        .changes.filter(({ path }) => path === "serverResponse.fileList")
        .map(({ note }) => note);
    expect(notesOf({ ...old, clientRequest: snapshots })).toEqual([expect.stringContaining("pictures")]);
    const both = { ...snapshots, recordingFileConfig: { avFileType: ["hls"] } } as const;
    expect(notesOf({ ...old, clientRequest: both })).toHaveLength(3);
  });

  test("keeps what nobody knows, and does without a configuration", () => {
    const clientRequest = { storageConfig, somethingNew: 1 } as never;
    expect(migrateToRaw({ ...old, clientRequest }).request.clientRequest).toEqual({ storageConfig, somethingNew: 1 });
  });

  test("takes null for what is not there", () => {
    const nulls = { recordingConfig: null, snapshotConfig: null, recordingFileConfig: null, appsCollection: null };
    const { changes } = migrateToRaw({ ...old, clientRequest: { storageConfig, ...nulls } as never });
    expect(changes).toEqual(migrateToRaw({ ...old, clientRequest: { storageConfig } as never }).changes);
  });

  test("gives a request that can be sent, tells no secret and changes nothing of the old one", () => {
    const before = structuredClone(old);
    const { request, changes } = migrateToRaw(old);
    expect(validateStart(request)).toEqual([]);
    expect(JSON.stringify(changes)).not.toMatch(/secret/);
    expect(changes.every(({ note }) => /^[A-Z].*\.$/.test(note))).toBe(true);
    expect(old).toEqual(before);
  });
});
