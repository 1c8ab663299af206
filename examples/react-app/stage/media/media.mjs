// What the fake records: always the same few seconds, over and over, with the time of day in them as Agora writes it with
// enableNTPtimestamp. Fragmented MP4 by whatever name: Chromium has no codecs for transport streams.
import { readFileSync } from "node:fs";

const recording = readFileSync(new URL("recording.mp4", import.meta.url));
const loop = 6000;
const inside = new Set(["moov", "trak", "mdia", "moof", "traf"]);

/** Every box of a file with its name, from `at` to `end`; what is in those that hold others comes after them. */
function* boxes(view, at, end) {
  while (at < end) {
    const size = view.getUint32(at);
    const name = String.fromCharCode(...[4, 5, 6, 7].map((offset) => view.getUint8(at + offset)));
    yield { name, at, end: at + size };
    if (inside.has(name)) yield* boxes(view, at + 8, at + size);
    at += size;
  }
}

const view = new DataView(recording.buffer, recording.byteOffset, recording.length);
const all = [...boxes(view, 0, recording.length)];
/** Ticks a second of each track, in their order; `mdhd` of version 1. */
const scales = all.filter(({ name }) => name === "mdhd").map(({ at }) => view.getUint32(at + 28));
const begin = all.find(({ name }) => name === "moof").at;
const end = all.find(({ name }) => name === "mfra")?.at ?? recording.length;
const head = recording.subarray(0, begin);
const body = recording.subarray(begin, end);

/** The clock of MPEG runs in 33 bits, 90 ticks a millisecond. */
const wrapped = (ms) => ((Math.floor(ms) * 90) % 2 ** 33) / 90;

/** The fragments, as much later. */
function later(ms) {
  const copy = new Uint8Array(body);
  const copied = new DataView(copy.buffer);
  let track = 0;
  for (const { name, at } of boxes(copied, 0, copy.length)) {
    if (name === "moof") track = 0;
    if (name !== "tfdt") continue;
    const ticks = Math.round((ms / 1000) * scales[track++]);
    copied.setBigUint64(at + 12, copied.getBigUint64(at + 12) + BigInt(ticks));
  }
  return copy;
}

const tags = /^#EXTINF:[^\n]*\n(.+\.ts)$/m;

/** Says in a playlist where the head of such files is, which transport streams do not need. */
export function withHead(playlist) {
  const [first, segment] = tags.exec(playlist) ?? [];
  if (!first) return playlist;
  return playlist.replace(first, `#EXT-X-MAP:URI="${segment}",BYTERANGE="${begin}@0"\n${first}`);
}

/** @param {{ format: string, startTime: number, duration: number }} file */
export function mediaOf({ format, startTime, duration }) {
  if (format !== "ts" && format !== "webm") return recording;
  const loops = Array.from({ length: Math.ceil(duration / loop) }, (_, index) =>
    later(wrapped(startTime) + index * loop),
  );
  return Buffer.concat([head, ...loops]);
}
