import { readFile } from "node:fs/promises";
import { createCaptionStore, toWebVTT } from "@agora-edge/core/captions";
import { createPlaybackHandler, createS3Bucket } from "@agora-edge/core/files";
import { fileNamePrefix, record } from "./record.ts";
import { createS3Server, storageOf } from "../../examples/react-app/stage/fake/s3-server.ts";

/** Six seconds that Chromium plays: fragmented MP4, by whatever name. Transport streams need codecs that it does not have. */
const picture = new URL("../../examples/react-app/stage/media/recording.mp4", import.meta.url);

export const sentence = "It is <1 o'clock> & all is well.";

/** A short recording in a private bucket on loopback, what was said in it, and the handler that plays it. */
export async function startPlayback() {
  const server = createS3Server();
  const listening = await server.listen();
  const media = await readFile(picture);
  const { sid, cname, files } = await record(server, { mode: "mix", duration: 9000, media: () => media });
  const startedAt = files[0]?.sliceStartTime ?? 0;
  const captions = createCaptionStore();
  captions.push({
    kind: "transcript",
    uid: "1001",
    sentenceId: undefined,
    language: "en-US",
    pieces: [{ text: sentence, isFinal: true }],
    textTs: startedAt + 6000,
    startTime: startedAt,
    duration: 6000,
    seqnum: undefined,
  });
  const text = toWebVTT(captions.getSnapshot().lines, { startedAt, speakerName: () => "Ann" });
  const play = createPlaybackHandler({
    files: createS3Bucket(storageOf(server, listening.origin), { region: server.region }),
    authorize: () => ({ sid, cname, fileNamePrefix, subtitles: [{ language: "en-US", text }] }),
  });
  return { play, close: listening.close };
}
