import { get } from "../../validation/get.ts";
import { integer, list, object, oneOf, string, type Schema } from "../../validation/schema.ts";
import { extensionServiceConfig } from "./extension-services.ts";
import { recordingConfig } from "./recording-config.ts";
import { storageConfig } from "./storage-config.ts";

/** The values of `avFileType`, `mp4` among them. */
export function fileTypes(recordingFileConfig: unknown): readonly unknown[] {
  const types = get(recordingFileConfig, "avFileType");
  return Array.isArray(types) ? types : [];
}

/**
 * The configuration object of start, which is also acquire's `startParameter`: names, shapes and what holds in each mode.
 * What single modes ask for is in `mode-rules.ts`.
 */
export function clientRequest(): Schema {
  const words = string();
  return object(
    { storageConfig: storageConfig() },
    {
      token: words,
      recordingConfig: recordingConfig(),
      recordingFileConfig: object({}, { avFileType: list(words) }, (config, report) => {
        const types = fileTypes(config);
        if (types.includes("mp4") && !types.includes("hls")) report("avFileType", "takes mp4 only next to hls"); // R13
      }),
      // R26. The guide allows intervals from 1 s, the reference from 5 s.
      snapshotConfig: object({ fileType: list(oneOf(["jpg"]), 1, 1) }, { captureInterval: integer(1, 3600) }),
      extensionServiceConfig: extensionServiceConfig(),
      appsCollection: object({}, { combinationPolicy: words }),
      transcodeOptions: object(
        {},
        {
          container: object({}, { format: words }),
          transConfig: object({}, { transMode: words }),
          audio: object({}, { sampleRate: words, bitrate: words, channels: words }),
        },
      ),
    },
  );
}
