import { collectChanges, type Changes } from "../../migration/collect-changes.ts";
import { isAbsent } from "../../validation/absent.ts";
import type { IndividualRecordingConfig } from "../types/recording-config.ts";
import type { StartRequest } from "../types/start.ts";
import type { RecordingMigration } from "./types.ts";

const GONE = "The documents of raw do not have it.";

/**
 * The start request of mode `raw` that records what one of mode `individual` recorded, and what changes on the way: in the
 * request, in the files and in what the service tells of them. A pure function: nothing is sent or checked. Fields that
 * this SDK does not know go along.
 *
 * For new recordings: what runs in mode `individual` is queried and stopped in that mode. A `startParameter` of acquire has
 * to be the new `clientRequest` too.
 */
export function migrateToRaw(startRequest: StartRequest<"individual">): RecordingMigration {
  const changes = collectChanges();
  const { scene, mode: _mode, clientRequest, ...ids } = startRequest;
  changes.changed("mode", "The mode stands in the address of start, update, query and stop: …/mode/raw/….");
  changes.dropped(scene, "scene", "The scene of acquire is without effect in raw.");
  const request = { ...ids, mode: "raw", clientRequest: migrateBody(clientRequest, changes) } as const;
  tellOfFiles(startRequest, changes);
  changes.changed("payload.serviceScene", "Notifications have rtsc/raw-recording there, and not rtc_record.");
  return { request, changes: changes.list };
}

function migrateBody(
  clientRequest: StartRequest<"individual">["clientRequest"],
  changes: Changes,
): StartRequest<"raw">["clientRequest"] {
  const { recordingConfig, extensionServiceConfig, appsCollection, transcodeOptions, ...rest } = clientRequest;
  const at = (name: string) => `clientRequest.${name}`;
  changes.dropped(extensionServiceConfig, at("extensionServiceConfig"), "A request of raw that has it is rejected.");
  const mp4 = 'Transcoding after the end is no longer documented; raw writes MP4 itself: avFileType ["hls", "mp4"].';
  changes.dropped(appsCollection, at("appsCollection"), mp4);
  changes.dropped(transcodeOptions, at("transcodeOptions"), mp4);
  // Callers without types can leave it out.
  if (isAbsent(recordingConfig)) return rest;
  const { streamMode, ...config } = recordingConfig;
  changes.dropped(streamMode, at("recordingConfig.streamMode"), streamModeNote(streamMode));
  return { ...rest, recordingConfig: config } as StartRequest<"raw">["clientRequest"];
}

function streamModeNote(streamMode: IndividualRecordingConfig["streamMode"]): string {
  if (streamMode === "standard") return "Raw always makes one merged playlist for each user.";
  if (streamMode === "original") return `${GONE} Nothing says that audio is stored as it was sent.`;
  return `${GONE} It makes one merged playlist for each user, where this made one for each medium.`;
}

/** What reads the files has to change too. */
function tellOfFiles({ clientRequest }: StartRequest<"individual">, changes: Changes): void {
  const names = "serverResponse.fileList";
  const hasPictures = !isAbsent(clientRequest.snapshotConfig);
  if (!hasPictures || !isAbsent(clientRequest.recordingFileConfig)) {
    changes.changed(names, "One playlist for each user, with audio and video, instead of two.");
    changes.changed(names, "Names end in the codec, __uid_e_{codec}.m3u8, and no longer in _audio or _video.");
  }
  if (hasPictures) {
    changes.changed(names, "Names of pictures are …__uid_e_{utc}.jpg, without the word video.");
  }
  changes.changed(
    "serverResponse.uploadingStatus",
    "It can be stranded as well: still on the recording server, uploaded later. That is no failure, and not final.",
  );
}
