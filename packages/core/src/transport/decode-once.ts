/** A letter as it is written in addresses; of bytes beyond ASCII, all that stand together. */
const percent = /%[0-7][\da-f]|(?:%[89a-f][\da-f])+/gi;
const html = /&(?:#\d{1,7}|#x[\da-f]{1,6}|amp|lt|gt|quot|apos);?/gi;
/** JSON, and what scripts have besides. */
const script = /\\(?:u[\da-f]{4}|x[\da-f]{2}|[^])/gi;

/** Each encoding alone, for a secret that holds a sign of another one; then all of them, for one within another. */
export const encodings: readonly RegExp[] = /* @__PURE__ */ (() => [
  percent,
  html,
  script,
  new RegExp([percent, html, script].map(({ source }) => source).join("|"), "gi"),
])();

const entities: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };
const escapes: Readonly<Record<string, string>> = { n: "\n", r: "\r", t: "\t", b: "\b", f: "\f" };

/** The letter of a number; nothing for a number that has none. */
const letterOf = (code: number): string => (code <= 0x10ffff ? String.fromCodePoint(code) : "");

function read(text: string): string {
  const [sign, kind = ""] = text;
  if (sign === "%") {
    return new TextDecoder().decode(Uint8Array.from(text.slice(1).split("%"), (byte) => Number.parseInt(byte, 16)));
  }
  if (sign === "&") {
    const name = text.slice(1).replace(";", "").toLowerCase();
    return entities[name] ?? letterOf(name[1] === "x" ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1)));
  }
  return text.length > 2 ? letterOf(Number.parseInt(text.slice(2), 16)) : (escapes[kind] ?? kind);
}

/** A piece of the decoded text, and the piece of the text before that it stands for. */
interface Piece {
  readonly at: number;
  readonly end: number;
  readonly from: number;
  readonly to: number;
}

export interface Decoded {
  readonly text: string;
  /** Where the part from `start` to `end` stands in the text before. */
  origin(start: number, end: number): readonly [start: number, end: number];
}

/** `text` with one level of an encoding less; nothing where it has none. */
export function decodeOnce(text: string, encoding: RegExp): Decoded | undefined {
  const pieces: Piece[] = [];
  let view = "";
  let last = 0;
  for (const { 0: match, index } of text.matchAll(encoding)) {
    view += text.slice(last, index);
    last = index + match.length;
    const at = view.length;
    view += read(match);
    pieces.push({ at, end: view.length, from: index, to: last });
  }
  if (pieces.length === 0) return undefined;

  /** The last piece that begins at `position` or before it. */
  function pieceAt(position: number): Piece | undefined {
    let [low, high] = [0, pieces.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((pieces[middle]?.at ?? 0) <= position) low = middle + 1;
      else high = middle;
    }
    return pieces[low - 1];
  }
  function originOf(position: number): readonly [number, number] {
    const piece = pieceAt(position);
    if (piece && position < piece.end) return [piece.from, piece.to];
    const start = position - (piece?.end ?? 0) + (piece?.to ?? 0);
    return [start, start + 1];
  }
  return {
    text: view + text.slice(last),
    origin: (start, end) => [originOf(start)[0], originOf(end - 1)[1]],
  };
}
