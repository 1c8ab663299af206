import { isAbsent } from "../../validation/absent.ts";
import { get } from "../../validation/get.ts";
import { list } from "../../validation/list.ts";
import { object, type Rule } from "../../validation/object.ts";
import { advise, amount, once, string, text, type FieldOf } from "../../validation/schema.ts";
import type { ClientRequest } from "../types/client-request.ts";
import type { SnapshotConfig } from "../types/files-config.ts";
import type { AppsCollection, TranscodeAudio, TranscodeOptions } from "../types/legacy-transcoding.ts";
import { extensionServiceConfig, hasService, WEB_RECORDER } from "./extension-services.ts";
import { recordingConfig } from "./recording-config.ts";
import { storageConfig } from "../../storage/storage-config-schema.ts";

/** The values of `avFileType`, `mp4` among them. */
export function fileTypes(recordingFileConfig: unknown): readonly unknown[] {
  const types = get(recordingFileConfig, "avFileType");
  return Array.isArray(types) ? types : [];
}

/**
 * R11: where the files go is asked for where there will be some. A recording makes files, unless there are services which
 * keep nothing and no kind of file is named: moderation looks at what is said and stores nothing.
 */
const storageRule: Rule = (request, report) => {
  const services = get(request, "extensionServiceConfig");
  const isStored =
    !isAbsent(get(request, "recordingFileConfig")) ||
    !isAbsent(get(request, "snapshotConfig")) ||
    isAbsent(get(services, "extensionServices.0")) ||
    hasService(services, WEB_RECORDER);
  if (isStored && isAbsent(get(request, "storageConfig"))) report("storageConfig", "is required");
};

/**
 * The configuration object of start, which is also acquire's `startParameter`: names, shapes and what holds in each mode.
 * What single modes ask for is in `mode-rules.ts`.
 */
export const clientRequest = /* @__PURE__ */ once(() => {
  const words = string();
  return object<ClientRequest>(
    {},
    {
      token: words,
      storageConfig: storageConfig(),
      recordingConfig: recordingConfig(),
      recordingFileConfig: object<FieldOf<ClientRequest, "recordingFileConfig">>(
        {},
        { avFileType: list(words) },
        (config, report) => {
          const types = fileTypes(config);
          if (types.includes("mp4") && !types.includes("hls")) report("avFileType", "takes mp4 only next to hls"); // R13
        },
      ),
      // R26. The guide allows intervals from 1 s, the reference from 5 s.
      snapshotConfig: object<SnapshotConfig>(
        {
          fileType: list(
            advise(text(), (type) => type === "jpg", "is not documented: known is jpg"),
            1,
          ),
        },
        { captureInterval: amount(1, 3600, "seconds", [1000, "milliseconds"]) },
      ),
      extensionServiceConfig: extensionServiceConfig(),
      appsCollection: object<AppsCollection>({}, { combinationPolicy: words }),
      transcodeOptions: object<TranscodeOptions>(
        {},
        {
          container: object<FieldOf<TranscodeOptions, "container">>({}, { format: words }),
          transConfig: object<FieldOf<TranscodeOptions, "transConfig">>({}, { transMode: words }),
          audio: object<TranscodeAudio>({}, { sampleRate: words, bitrate: words, channels: words }),
        },
      ),
    },
    storageRule,
  );
});
