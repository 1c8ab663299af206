import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  buildCaptionFileName,
  buildFileName,
  objectKey,
  parseFileName,
  parseObjectKey,
  snapshotOf,
  type FileNameParts,
  type KnownOfFile,
  type ParsedFileName,
} from "../../files.ts";

const sid = "4f0c9f0a7be14d2e8f64c1d7a0b3e5f1";
const time = Date.UTC(2019, 8, 20, 12, 51, 42, 485);

const sids = fc.stringMatching(/^[0-9a-f]{32}$/);
/** All that a channel may consist of, which is all that names have between their parts, and the parts themselves. */
const cnames = fc
  .array(
    fc.oneof(
      { weight: 2, arbitrary: fc.constantFrom("_", "_12_3", "_20190920125142485", ".m3u8", "bak0_", "en-US_") },
      fc.stringMatching(/^[a-zA-Z0-9 !#$%&()+\-:;<=.>?@[\]^_{}|~,]{1,8}$/),
    ),
    { minLength: 1, maxLength: 4 },
  )
  .map((parts) => parts.join(""));
const uids = fc.integer({ min: 1, max: 4_294_967_295 }).map(String);
const times = fc.integer({ min: Date.UTC(2019, 0), max: Date.UTC(2099, 0) });
const indexes = fc.nat({ max: 500 });
const codecs = fc.constantFrom("h264", "h265", "av1", "vp8", "vp9", "opus", "aac");
const tracks = fc.constantFrom("audio" as const, "video" as const, "audio_and_video" as const);
const backups = fc.option(fc.record({ tick: fc.nat(), index: indexes }), { nil: undefined });

const base = { sid: sids, cname: cnames, failover: fc.option(fc.nat({ max: 2 }), { nil: undefined }) };
const one = <const Value>(value: Value) => fc.constant(value);
const mixed = { ...base, mode: fc.constantFrom("mix" as const, "web" as const) };
const individual = { ...base, mode: one("individual"), uid: uids };
const raw = { ...base, mode: one("raw"), uid: uids };

const names: fc.Arbitrary<FileNameParts> = fc.oneof(
  fc.record({ ...mixed, format: one("m3u8"), backup: backups }),
  fc.record({ ...mixed, format: one("ts"), time: times }),
  fc.record({ ...mixed, format: one("mp4"), index: indexes }),
  fc.record({ ...individual, format: one("m3u8"), trackType: tracks, backup: backups }),
  fc.record({ ...individual, format: one("mpd"), trackType: tracks }),
  fc.record({ ...individual, format: fc.constantFrom("ts" as const, "webm" as const), trackType: tracks, time: times }),
  fc.record({ ...individual, format: one("jpg"), time: times }),
  fc.record({ ...raw, format: one("m3u8"), codec: codecs, backup: backups }),
  fc.record({ ...raw, format: one("mpd"), codec: codecs }),
  fc.record({ ...raw, format: one("ts"), codec: codecs, time: times }),
  fc.record({ ...raw, format: fc.constantFrom("mp4" as const, "mp3" as const), codec: codecs, index: indexes }),
  fc.record({ ...raw, format: one("webm"), codec: codecs, stream: indexes, index: indexes }),
  fc.record({ ...raw, format: one("jpg"), time: times }),
);

/** What a name should say of what it was made of. */
function expected(parts: FileNameParts): Partial<ParsedFileName> {
  const facts = { ...parts, cname: channelInName(parts), mode: undefined };
  return withoutUndefined(facts);
}
function read(fileName: string, known?: KnownOfFile): ParsedFileName {
  const parsed = parseFileName(fileName, known);
  if (!parsed) throw new Error(`${fileName} was not read`);
  return parsed;
}
const withoutUndefined = (facts: object) =>
  Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined));
const channelInName = ({ mode, cname }: FileNameParts) =>
  mode === "web" ? cname.replace(/[^A-Za-z0-9 '/\\-]/g, "-") : cname;

describe("parseFileName", () => {
  test("reads every name of every mode back to what it was built of, once the channel is known", () => {
    fc.assert(
      fc.property(names, (parts) => {
        const fileName = buildFileName(parts);
        const { unknown, ...facts } = read(fileName, { sid: parts.sid, cname: parts.cname });
        // Not all names say what is in the file.
        const open = unknown.includes("trackType") ? {} : { trackType: facts.trackType };
        expect(facts).toEqual({ fileName, ...open, ...expected(parts) });
      }),
    );
  });

  test("of a name alone says nothing that is wrong: what it leaves out, it lists as unknown", () => {
    fc.assert(
      fc.property(names, (parts) => {
        const { fileName: _, unknown, ...facts } = read(buildFileName(parts));
        const open = Object.fromEntries(unknown.map((field) => [field, undefined]));
        expect({ trackType: facts.trackType, ...expected(parts), ...open }).toEqual({ ...facts, ...open });
      }),
    );
  });

  test("never throws, whatever the text", () => {
    const endings = fc.constantFrom("", ".ts", ".m3u8", ".mp4", ".webm", ".vtt", ".jpg", "__uid_s_1__uid_e_av.m3u8");
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom("_", "0", "a", "-", ".", "é", "\ud800", "bak0_") }),
        endings,
        (text, ending) => {
          expect(() => parseFileName(text + ending)).not.toThrow();
          expect(() => parseFileName(text + ending, { sid: text, cname: text })).not.toThrow();
        },
      ),
    );
  });

  test("reads the playlists with captions, one for all and one for each language", () => {
    const languages = fc.option(fc.constantFrom("en-US", "zh-CN-sichuan", "cmn-zhongyuan-CN", "yue-CN"), {
      nil: undefined,
    });
    const agents = fc.stringMatching(/^[0-9A-Z]{32}$/);
    fc.assert(
      fc.property(agents, cnames, languages, (agent, cname, language) => {
        const fileName = buildCaptionFileName({ sid: agent, cname, language });
        const facts = { fileName, format: "m3u8", sid: agent, cname, ...(language && { language }) };
        expect(parseFileName(fileName, { sid: agent, cname })).toEqual({ ...facts, unknown: ["trackType"] });
        const alone = parseFileName(fileName);
        expect(alone).toMatchObject({ sid: agent, ...(language && { language }) });
      }),
    );
  });

  test("does not guess where a channel could end as the copy of a playlist does", () => {
    const fileName = `${sid}_room_12_3.m3u8`;
    expect(parseFileName(fileName)).toEqual({
      fileName,
      format: "m3u8",
      sid,
      unknown: ["cname", "trackType", "backup"],
    });
    expect(parseFileName(fileName, { cname: "room" })).toMatchObject({ cname: "room", backup: { tick: 12, index: 3 } });
    expect(parseFileName(fileName, { cname: "room_12_3" })).not.toHaveProperty("backup");
  });

  test.each([
    [
      `${sid}_room_1__uid_s_123__uid_e_video_20190920125142485.ts`,
      { cname: "room_1", uid: "123", trackType: "video", time },
    ],
    [`bak0_${sid}_room.m3u8`, { cname: "room", failover: 0 }],
    [
      `${sid}_room__uid_s_123__uid_e_video_22194679897_3.m3u8`,
      { uid: "123", backup: { tick: 22_194_679_897, index: 3 } },
    ],
    [`${sid}_room_20190920125142485.ts`, { cname: "room", time }],
    [`${sid}_room_1_0.mp4`, { cname: "room_1", index: 0 }],
    [`${sid}_room__uid_s_7__uid_e_20190920125142485_h264.ts`, { uid: "7", codec: "h264", time }],
    [`${sid}_room__uid_s_7__uid_e_0_14_vp9.webm`, { stream: 0, index: 14, codec: "vp9" }],
  ])("reads %s", (fileName, facts) => {
    expect(parseFileName(fileName)).toMatchObject({ sid, ...facts });
  });

  test.each([
    "",
    "notes.txt",
    `${sid}.m3u8`,
    `${sid}_.m3u8`,
    `folder/${sid}_room.m3u8`,
    `${sid}_room_20191320125142485.ts`,
    `${sid}_room.ts`,
    `${sid}_room__uid_s_7__uid_e_video.jpg`,
  ])("knows no rule for %j", (fileName) => {
    expect(parseFileName(fileName)).toBeUndefined();
  });

  test("refuses the file of another recording, and of another channel", () => {
    expect(parseFileName(`${sid}_room.m3u8`, { sid: "another" })).toBeUndefined();
    expect(parseFileName(`${sid}_room.m3u8`, { cname: "roo" })).toBeUndefined();
  });
});

describe("objectKey", () => {
  const folders = fc.array(fc.stringMatching(/^[A-Za-z0-9]{1,12}$/), { maxLength: 4 });

  test("puts the folders in front, and parseObjectKey takes them off again", () => {
    fc.assert(
      fc.property(folders, names, (fileNamePrefix, parts) => {
        const fileName = buildFileName(parts);
        expect(parseObjectKey(objectKey(fileNamePrefix, fileName))).toEqual({ fileNamePrefix, fileName });
      }),
    );
  });

  test("leaves the whole key of event 45 as it is, and takes null for no folders", () => {
    expect(objectKey(["a", "b"], "a/b/name.jpg")).toBe("a/b/name.jpg");
    expect(objectKey(null, "name.jpg")).toBe("name.jpg");
  });
});

describe("snapshotOf", () => {
  test("says whose picture event 45 tells of, and when it was taken", () => {
    const fileName = `shots/${sid}_room_1__uid_s_1001__uid_e_video_20190920125142485.jpg`;
    const event = { name: "snapshot", productId: 3, eventType: 45 } as const;
    const payload = { cname: "room_1", uid: "900001", sid };
    expect(snapshotOf({ ...event, payload: { ...payload, details: { fileName } } })).toEqual({
      key: fileName,
      sid,
      cname: "room_1",
      uid: "1001",
      takenAt: time,
    });
    expect(snapshotOf({ ...event, payload: { ...payload, details: {} } })).toBeUndefined();
  });
});
