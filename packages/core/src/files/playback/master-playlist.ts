import { buildCaptionFileName } from "../names/build.ts";
import type { ParsedFileName } from "../names/file-name.ts";
import type { PlayableRecording } from "./options.ts";

/** What plays together: one playlist, or the pictures and the sound of one user in two. */
export interface Programme {
  readonly main: ParsedFileName;
  readonly audio: ParsedFileName | undefined;
}

/** Why there is nothing to play, for the visitor. */
export interface NoProgramme {
  readonly status: 400 | 404;
  readonly error: string;
  readonly message: string;
  readonly uids?: readonly string[];
}

/** Chooses what to play. Playlists after a lost server are joined to those before it, elsewhere. */
export function chooseProgramme(files: readonly ParsedFileName[], wanted: string | undefined): Programme | NoProgramme {
  const playlists = files.filter(({ format, language }) => format === "m3u8" && !language);
  const uids = [...new Set(playlists.flatMap(({ uid }) => uid ?? []))];
  const isMixed = playlists.some(({ uid }) => uid === undefined);
  const uid = wanted ?? (isMixed ? undefined : uids[0]);
  if (wanted === undefined && !isMixed && uids.length > 1) {
    const message = "This recording has a playlist for each user. Say whose to play: master.m3u8?uid=…";
    return { status: 400, error: "which-user", message, uids };
  }
  const own = playlists.filter((file) => file.uid === uid).sort((a, b) => rank(a) - rank(b));
  const video = own.find(({ trackType }) => trackType === "video");
  const audio = own.find(({ trackType }) => trackType === "audio");
  const main = own.find(({ trackType }) => trackType !== "video" && trackType !== "audio") ?? video ?? audio;
  if (main) return { main, audio: main === video ? audio : undefined };
  const isDash = files.some(({ format }) => format === "mpd" || format === "webm");
  if (isDash) {
    const message = "This was sent in VP8 or VP9 and is not for HLS. Play its DASH manifest (.mpd).";
    return { status: 404, error: "unplayable", message };
  }
  const message =
    "There is no playlist yet. The service uploads the first some 15 seconds after somebody has begun to send.";
  return { status: 404, error: "no-object", message };
}

/** The plain playlist first, then those after a lost server, then copies from the service's backup, of which the newest. */
function rank({ failover = -1, backup }: ParsedFileName): number {
  return backup ? 1000 - Math.min(backup.index, 900) : failover;
}

/** Required by the format. Where there is nothing to choose from it has no effect. */
const bandwidth = 2_000_000;

/** `search` is added to every address, for apps that recognize a visitor by a query parameter. */
export function writeMasterPlaylist({ main, audio }: Programme, recording: PlayableRecording, search: string): string {
  const groups = [audio ? 'AUDIO="audio"' : "", hasSubtitles(recording) ? 'SUBTITLES="subtitles"' : ""];
  const address = (fileName: string) => `${encodeURIComponent(fileName)}${search}`;
  return [
    "#EXTM3U",
    "#EXT-X-VERSION:4",
    ...(audio
      ? [
          media({ TYPE: "AUDIO", "GROUP-ID": "audio", NAME: "audio", URI: address(audio.fileName) }, [
            "DEFAULT=YES",
            "AUTOSELECT=YES",
          ]),
        ]
      : []),
    ...subtitleMedia(recording).map(({ fileName, language, name }) =>
      media({ TYPE: "SUBTITLES", "GROUP-ID": "subtitles", NAME: name, LANGUAGE: language, URI: address(fileName) }, [
        "DEFAULT=NO",
        "AUTOSELECT=YES",
        "FORCED=NO",
      ]),
    ),
    `#EXT-X-STREAM-INF:${[`BANDWIDTH=${bandwidth}`, ...groups.filter(Boolean)].join(",")}`,
    address(main.fileName),
    "",
  ].join("\n");
}

function hasSubtitles({ captions, subtitles }: PlayableRecording): boolean {
  return (captions?.languages.length ?? 0) + (subtitles?.length ?? 0) > 0;
}

function subtitleMedia({ captions, subtitles }: PlayableRecording) {
  const stored = (captions?.languages ?? []).map((language) => ({
    language,
    name: nameOf(language),
    fileName: captions ? buildCaptionFileName({ ...captions, language }) : "",
  }));
  const own = (subtitles ?? []).map(({ language, name }) => ({
    language,
    name: name ?? nameOf(language),
    fileName: subtitleFile(language, "m3u8"),
  }));
  return [...own, ...stored];
}

/** What the files of your own subtitles are called. No name of the service looks like it: those have underscores. */
export function subtitleFile(language: string, format: "m3u8" | "vtt"): string {
  return `subtitles-${language}.${format}`;
}

function nameOf(language: string): string {
  try {
    return new Intl.DisplayNames([language], { type: "language" }).of(language) ?? language;
  } catch {
    return language;
  }
}

/** Texts in quotes cannot hold quotes or line ends. */
function media({ TYPE, ...texts }: Readonly<Record<string, string>>, flags: readonly string[]): string {
  const quoted = Object.entries(texts).map(([name, text]) => `${name}="${text.replace(/["\r\n]/g, "'")}"`);
  return `#EXT-X-MEDIA:${[`TYPE=${TYPE}`, ...quoted, ...flags].join(",")}`;
}
