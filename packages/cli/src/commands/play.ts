import { randomUUID } from "node:crypto";
import { createPlaybackHandler, listRecordingObjects } from "@agora-edge/core/files";
import { exitCodes } from "../tool/exit-codes.ts";
import { Failure } from "../tool/failure.ts";
import { createLocalBucket } from "../play/local-bucket.ts";
import { pageOf } from "../play/page.ts";
import { openBucket } from "../settings/storage.ts";
import type { Outcome, Tool } from "../tool/tool.ts";
import { findRecording, textOfOthers, type RecordingChoice } from "./find-recording.ts";

export interface PlayOptions extends RecordingChoice {
  readonly port: number;
  readonly open: boolean;
  /** Of the transcription whose captions are in the same folders, and their languages. */
  readonly captions: string | undefined;
  readonly language: readonly string[];
}

const policy =
  "default-src 'none'; script-src 'self' blob:; worker-src blob:; connect-src 'self' blob:; media-src 'self' blob:; img-src 'self'; style-src 'unsafe-inline'";

const served = (body: string, type: string): Response =>
  new Response(body, {
    headers: {
      "content-type": `${type}; charset=utf-8`,
      "content-security-policy": policy,
      "cache-control": "no-store",
      "referrer-policy": "no-referrer",
      "x-content-type-options": "nosniff",
    },
  });

/** Serves a page on loopback that plays the recording, until Ctrl+C. Keys stay in this process. */
export async function playCommand(tool: Tool, channel: string | undefined, options: PlayOptions): Promise<Outcome> {
  const { sid, channel: cname, fileNamePrefix, others } = await findRecording(tool, channel, options);
  const bucket = await openBucket(tool);
  const { captions: captionsOf, language: languages } = options;
  const objects = await listRecordingObjects(bucket, { sid, cname, fileNamePrefix, signal: tool.signal });
  if (objects.length === 0) {
    const message = `No files of ${sid} are in the bucket. Look at the folders (--prefix), and whether the upload is over.`;
    throw new Failure(exitCodes.nothing, "no-files", message);
  }
  // Other pages and programs of this machine do not know it.
  const root = `/${randomUUID()}`;
  const local = createLocalBucket(bucket, `${root}/objects`);
  const captions = captionsOf === undefined ? {} : { captions: { sid: captionsOf, cname: cname ?? "", languages } };
  const playback = createPlaybackHandler({
    files: local.bucket,
    authorize: () => ({ sid, cname, fileNamePrefix, files: objects.map(({ file }) => file.fileName), ...captions }),
    onError: (error) =>
      tool.writeError(`${tool.style("red", "✗")} ${error instanceof Error ? error.message : String(error)}\n`),
  });
  const uids = [
    ...new Set(
      objects.flatMap(({ file }) => (file.uid && file.uid !== "0" && file.format === "m3u8" ? [file.uid] : [])),
    ),
  ];
  const page = pageOf({ title: cname ?? sid, objects, uids });
  const player = await tool.readPlayer();

  async function answer(request: Request): Promise<Response> {
    const { pathname } = new URL(request.url);
    if (!pathname.startsWith(`${root}/`)) return new Response(null, { status: 404 });
    if (pathname === `${root}/`) return served(page, "text/html");
    if (pathname === `${root}/player.js`) return served(player, "text/javascript");
    return local.serve(request) ?? playback(request);
  }

  const server = await tool.serve(answer, options.port);
  const url = `${server.origin}${root}/`;
  const choice = textOfOthers(others);
  tool.tell({ url, sid, others }, `${tool.style("bold", url)}\n${choice && `${choice}\n`}Ctrl+C ends it.`);
  if (options.open) tool.openBrowser(url);
  await new Promise<void>((resolve) => {
    tool.signal.addEventListener("abort", () => resolve(), { once: true });
    if (tool.signal.aborted) resolve();
  });
  await server.close();
  return { exit: exitCodes.ok, json: { url, sid, ended: true }, text: "" };
}
