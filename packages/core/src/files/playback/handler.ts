import { checkPositive, refuseOption } from "../../options/check-option.ts";
import { report } from "../../server/http/report.ts";
import { longestExpiry } from "../s3/signer.ts";
import { answerError, notFound, preflight, refuse, text, withCors } from "./answers.ts";
import { loadFiles, loadFirstPts, loadPlaylist, loadText } from "./load.ts";
import { chooseProgramme, subtitleFile, writeMasterPlaylist } from "./master-playlist.ts";
import { writeMediaPlaylist } from "./media-playlist.ts";
import type { PlayableRecording, PlaybackHandlerOptions } from "./options.ts";
import { mapToVideo, writeSubtitlePlaylist } from "./own-subtitles.ts";
import { findGranted } from "./playable.ts";
import { contentTypes, signPlaylist } from "./sign-playlist.ts";

const hls = "application/vnd.apple.mpegurl";

/**
 * Serves recordings in a private bucket to players. The last part of the address is the name of a file; the rest is yours,
 * and tells `authorize` which recording it is about.
 *
 * `…/master.m3u8` plays the recording: with subtitles, and of an individual recording (`?uid=`) with the user's sound. Playlists
 * name segments by addresses that need no keys; MP4 files, segments, snapshots and captions are redirected to such an
 * address, which takes range requests. `?download` saves a file. Nothing but the files of the recording that `authorize` returned is served.
 *
 * @throws AgoraValidationError of kind `invalid-config` with options that cannot work
 * @example
 * const play = createPlaybackHandler({ files: createS3Bucket(storageConfig), authorize: (request) => recordingOf(request) });
 * // GET /recordings/42/master.m3u8
 */
export function createPlaybackHandler(options: PlaybackHandlerOptions): (request: Request) => Promise<Response> {
  const { files, authorize, cors, onError, expiresIn = 21_600, maxSegments = 20_000 } = options;
  checkPositive({ expiresIn, maxSegments });
  if (!Number.isInteger(expiresIn) || expiresIn > longestExpiry) {
    refuseOption("expiresIn", `must be a whole number of seconds, at most ${longestExpiry}`);
  }
  if (cors?.credentials && cors.origin === "*") refuseOption("cors.origin", 'cannot be "*" with credentials');

  async function serveMaster(recording: PlayableRecording, url: URL): Promise<Response> {
    const wanted = url.searchParams.get("uid") ?? undefined;
    const programme = chooseProgramme(await loadFiles(files, recording), wanted);
    if ("error" in programme) {
      const { status, error, message, uids } = programme;
      return refuse(status, error, message, uids ? { uids } : {});
    }
    return text(writeMasterPlaylist(programme, recording, url.search), hls);
  }

  async function serveSubtitles(
    recording: PlayableRecording,
    fileName: string,
    url: URL,
  ): Promise<Response | undefined> {
    const track = recording.subtitles?.find(({ language }) =>
      [subtitleFile(language, "m3u8"), subtitleFile(language, "vtt")].includes(fileName),
    );
    if (!track) return undefined;
    if (fileName.endsWith(".m3u8")) {
      const address = `${encodeURIComponent(subtitleFile(track.language, "vtt"))}${url.search}`;
      return text(writeSubtitlePlaylist(track.text, address), hls);
    }
    const wanted = url.searchParams.get("uid") ?? undefined;
    const programme = chooseProgramme(await loadFiles(files, recording), wanted);
    const pts = "error" in programme ? undefined : await loadFirstPts(files, recording, programme.main);
    return text(mapToVideo(track.text, pts), "text/vtt");
  }

  async function serveFile(recording: PlayableRecording, fileName: string, request: Request): Promise<Response> {
    const granted = findGranted(recording, fileName);
    if (!granted) return notFound();
    const { key, file } = granted;
    if (file.format === "m3u8") {
      const signing = { files, recording, expiresIn, maxSegments };
      return text(writeMediaPlaylist(await signPlaylist(await loadPlaylist(files, granted), fileName, signing)), hls);
    }
    // Its segments are found beside it, here.
    if (file.format === "mpd") return text(await loadText(files, key), "application/dash+xml");
    const isDownload = new URL(request.url).searchParams.has("download");
    const location = await files.presign(key, {
      expiresIn,
      method: request.method === "HEAD" ? "HEAD" : "GET",
      contentType: contentTypes[file.format],
      contentDisposition: isDownload ? attachment(fileName) : undefined,
    });
    return new Response(null, { status: 302, headers: { location, "cache-control": "no-store" } });
  }

  async function serve(request: Request): Promise<Response> {
    if (request.method === "OPTIONS") return preflight();
    if (request.method !== "GET" && request.method !== "HEAD") {
      const refusal = refuse(405, "method-not-allowed", "Only GET and HEAD.");
      refusal.headers.set("allow", "GET, HEAD, OPTIONS");
      return refusal;
    }
    const url = new URL(request.url);
    const fileName = decode(url.pathname.slice(url.pathname.lastIndexOf("/") + 1));
    const recording = await ask(request);
    if (recording instanceof Response) return recording;
    if (!recording || fileName === undefined) return notFound();
    if (fileName === "master.m3u8") return serveMaster(recording, url);
    return (await serveSubtitles(recording, fileName, url)) ?? serveFile(recording, fileName, request);
  }

  async function ask(request: Request): Promise<PlayableRecording | Response | null | undefined> {
    try {
      return await authorize(request);
    } catch (error) {
      if (error instanceof Response) return error;
      report(error, onError);
      return refuse(401, "unauthorized", "The server does not know who you are.");
    }
  }

  return async (request) => {
    const response = await serve(request).catch((error: unknown) => answerError(error, onError));
    const isEmpty = request.method === "HEAD" && response.body !== null;
    const answer = isEmpty ? new Response(null, { status: response.status, headers: response.headers }) : response;
    return withCors(request, answer, cors);
  };
}

function decode(part: string): string | undefined {
  try {
    return decodeURIComponent(part);
  } catch {
    return undefined;
  }
}

/** Names of channels may hold anything that a header may not. */
function attachment(fileName: string): string {
  const plain = fileName.replace(/[^\w .-]/g, "-");
  const whole = encodeURIComponent(fileName).replace(/['()*!]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
  return `attachment; filename="${plain}"; filename*=UTF-8''${whole}`;
}
