import { sanitize, trackOf, type BackupCopy, type FileFormat, type ParsedFileName } from "./file-name.ts";
import { parseUtcStamp } from "./utc-stamp.ts";

/** What is known of a file from elsewhere. */
export interface KnownOfFile {
  /** ID of the recording or transcription. */
  sid?: string | undefined;
  cname?: string | undefined;
}

type Facts = Omit<Partial<ParsedFileName>, "fileName" | "format" | "sid" | "cname" | "unknown">;

/**
 * What the name of a file says, after the naming rules of all modes. Undefined for a name that follows no rule, and
 * for a file of another recording or channel than the `known` one.
 *
 * Channels may contain anything that stands between the parts of a name. So a name alone can be read in more than one way:
 * what the readings do not agree on is left out and listed in `unknown`. Two things are taken for granted: a recording's ID
 * has no underscore, and a channel has no `__uid_s_1__uid_e_` in it. With `known`, neither is.
 *
 * @example
 * parseFileName("4f0c_my_room__uid_s_1001__uid_e_video.m3u8");
 * // { format: "m3u8", sid: "4f0c", cname: "my_room", uid: "1001", trackType: "video", unknown: [], … }
 */
export function parseFileName(fileName: string, known: KnownOfFile = {}): ParsedFileName | undefined {
  const whole = /^([^/]+)\.(m3u8|mpd|ts|webm|mp4|mp3|jpg|vtt)$/s.exec(fileName);
  const [, stem = "", format] = whole ?? [];
  if (!isFormat(format)) return undefined;
  const beginning = readBeginning(stem, format, known.sid);
  if (!beginning) return undefined;
  const { rest, sid, ...facts } = beginning;
  const ending = known.cname === undefined ? readEnding(rest, format) : readKnownEnding(rest, format, known.cname);
  if (!ending) return undefined;
  const { unknown, ...more } = ending;
  return { fileName, format, sid, ...facts, ...more, unknown: [...unknown] };
}

function isFormat(format: string | undefined): format is FileFormat {
  return format !== undefined;
}

const language = /^([a-z]{2,3}(?:-[A-Za-z\d]+)+)_/;

/** Reads `bak0_` or the language, then the ID. */
function readBeginning(stem: string, format: FileFormat, knownSid: string | undefined) {
  const [lost, failover] = /^bak(\d+)_/.exec(stem) ?? [];
  const [tag, code] = (lost === undefined && (format === "m3u8" || format === "vtt") && language.exec(stem)) || [];
  // A sid that happens to look like a language, or like `bak0`.
  const isPlain = knownSid !== undefined && stem.startsWith(`${knownSid}_`);
  const prefix = isPlain ? "" : (lost ?? tag ?? "");
  const named = stem.slice(prefix.length);
  const sid = knownSid ?? /^[^_]+/.exec(named)?.[0];
  if (sid === undefined || !named.startsWith(`${sid}_`)) return undefined;
  return {
    sid,
    rest: named.slice(sid.length + 1),
    ...(prefix === lost && failover !== undefined ? { failover: Number(failover) } : {}),
    ...(prefix === tag && code !== undefined ? { language: code } : {}),
  };
}

interface Ending extends Facts {
  readonly cname?: string;
  readonly unknown: ParsedFileName["unknown"];
}

function readKnownEnding(rest: string, format: FileFormat, cname: string): Ending | undefined {
  for (const written of [cname, sanitize(cname)]) {
    if (!rest.startsWith(written)) continue;
    const after = rest.slice(written.length);
    const [, uid, own] = /^__uid_s_(\d+)__uid_e_(.+)$/.exec(after) ?? [];
    const ending = uid === undefined || own === undefined ? readMixed(after, format) : readUsers(own, uid, format);
    if (ending) return { ...ending, cname: written };
  }
  return undefined;
}

function readEnding(rest: string, format: FileFormat): Ending | undefined {
  const [, cname, uid, own] = /^(.+)__uid_s_(\d+)__uid_e_(.+?)$/s.exec(rest) ?? [];
  const users = uid !== undefined && own !== undefined ? readUsers(own, uid, format) : undefined;
  if (users && cname !== undefined) return { ...users, cname };
  if (rest === "") return undefined;
  // A channel can end as a copy's name does; what stands before the end of captions is in no document.
  if (format === "vtt") return { unknown: ["cname"] };
  if (format === "m3u8") {
    return /._\d+_\d+$/s.test(rest)
      ? { unknown: ["cname", "trackType", "backup"] }
      : { cname: rest, unknown: ["trackType"] };
  }
  const [, before, digits] = /^(.+)(_\d+)$/s.exec(rest) ?? [];
  const mixed = digits === undefined ? undefined : readMixed(digits, format);
  return mixed && before !== undefined ? { ...mixed, cname: before } : undefined;
}

/** Files of everybody, or of a page: what follows the channel. */
function readMixed(ending: string, format: FileFormat): Ending | undefined {
  if (format === "vtt") return { unknown: [] };
  if (format === "m3u8") {
    const backup = readBackup(ending);
    return backup ? { ...backup, unknown: ["trackType"] } : undefined;
  }
  if (format === "ts") {
    const time = parseUtcStamp(ending.slice(1));
    return time === undefined || !ending.startsWith("_") ? undefined : { time, unknown: ["trackType"] };
  }
  const [, index] = (format === "mp4" && /^_(\d+)$/.exec(ending)) || [];
  return index === undefined ? undefined : { index: Number(index), unknown: ["trackType"] };
}

/** Files of one user: what follows the uid. */
function readUsers(ending: string, uid: string, format: FileFormat): Ending | undefined {
  const facts = format === "jpg" ? readSnapshot(ending) : (readIndividual(ending, format) ?? readRaw(ending, format));
  if (!facts) return undefined;
  return { uid, ...facts, unknown: facts.trackType === undefined ? ["trackType"] : [] };
}

function readSnapshot(ending: string): Facts | undefined {
  const time = parseUtcStamp(ending.replace(/^video_/, ""));
  return time === undefined ? undefined : { time, trackType: "video" };
}

function readIndividual(ending: string, format: FileFormat): Facts | undefined {
  const [, word, after] = /^(audio|video|av)((?:_\d+)*)$/.exec(ending) ?? [];
  const trackType = trackOf(word);
  if (trackType === undefined || after === undefined) return undefined;
  if (format === "m3u8" || format === "mpd") {
    const backup = readBackup(after);
    return backup && { trackType, ...backup };
  }
  const time = format === "ts" || format === "webm" ? parseUtcStamp(after.slice(1)) : undefined;
  return time === undefined ? undefined : { trackType, time };
}

function readRaw(ending: string, format: FileFormat): Facts | undefined {
  if (format === "m3u8" || format === "mpd") {
    const [, codec, after] = /^([a-z][a-z\d]*)((?:_\d+)*)$/i.exec(ending) ?? [];
    const backup = after === undefined ? undefined : readBackup(after);
    return codec === undefined || !backup ? undefined : { codec, ...backup };
  }
  const [, numbers, codec] = /^(\d+(?:_\d+)?)_([a-z][a-z\d]*)$/i.exec(ending) ?? [];
  if (numbers === undefined || codec === undefined) return undefined;
  const [first = "", second] = numbers.split("_");
  if (format === "webm") {
    return second === undefined ? undefined : { codec, stream: Number(first), index: Number(second) };
  }
  if (second !== undefined) return undefined;
  if (format !== "ts") return { codec, index: Number(first), ...(format === "mp3" ? { trackType: "audio" } : {}) };
  const time = parseUtcStamp(first);
  return time === undefined ? undefined : { codec, time };
}

/** `_<tick>_<index>`, or nothing at all. */
function readBackup(ending: string): { backup?: BackupCopy } | undefined {
  if (ending === "") return {};
  const [, tick, index] = /^_(\d+)_(\d+)$/.exec(ending) ?? [];
  return tick === undefined ? undefined : { backup: { tick: Number(tick), index: Number(index) } };
}
