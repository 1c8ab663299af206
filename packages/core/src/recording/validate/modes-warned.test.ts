import { expect, test } from "vitest";
import { storageConfig } from "../../testing/service.ts";
import { collect, started } from "../../testing/warned.ts";
import { resource } from "../../testing/service.ts";

const files = (...avFileType: string[]) => ({ recordingFileConfig: { avFileType } });

test.each<[what: string, clientRequest: object, warned: string[]]>([
  [
    "streamMode, which individual had",
    { recordingConfig: { streamMode: "standard" } },
    ["clientRequest.recordingConfig.streamMode has no documented effect in mode raw"],
  ],
  [
    "transcodingConfig",
    { recordingConfig: { transcodingConfig: {} } },
    ["clientRequest.recordingConfig.transcodingConfig has no documented effect in mode raw"],
  ],
  [
    "MP3 beside other files",
    { ...files("hls", "mp3") },
    ["clientRequest.recordingFileConfig.avFileType is documented to have mp3 by itself"],
  ],
  [
    "MP3 where video is recorded too",
    { ...files("mp3") },
    ["clientRequest.recordingFileConfig.avFileType is documented to have mp3 for audio alone, streamTypes 0"],
  ],
  ["nothing where MP3 is of audio alone", { recordingConfig: { streamTypes: 0 }, ...files("mp3") }, []],
  [
    "nothing where fields are null, which is absent",
    { recordingConfig: { streamMode: null }, snapshotConfig: null },
    [],
  ],
  ["nothing in the documented start", { recordingConfig: { channelType: 1 }, ...files("hls", "mp4") }, []],
])("raw is sent, and warned of %s", async (_what, clientRequest, warned) => {
  expect(await started("raw", { storageConfig, ...clientRequest })).toEqual(warned);
});

test("a mode that nobody knows is sent with a warning at its start, and with none afterwards", async () => {
  const { recording, warnings } = collect();
  const handle = await recording.start({ ...resource, mode: "hologram", clientRequest: { storageConfig } });
  expect(warnings).toMatchObject([{ operation: "recording.start", path: "mode" }]);
  await recording.update(handle, {});
  await recording.stop(handle);
  expect(warnings).toHaveLength(1);
});

test("composite, the word of the guides, is said to be mix in requests", async () => {
  expect(await started("composite", { storageConfig })).toEqual(["mode is called mix in requests"]);
});

test("strict refuses what is warned of", async () => {
  const { recording } = collect({ strict: true });
  const start = recording.start({ ...resource, mode: "hologram", clientRequest: { storageConfig } });
  await expect(start).rejects.toMatchObject({ kind: "invalid-request", issues: [{ path: "mode" }] });
});
