const percent = "%[0-7][\\da-f]|(?:%[89a-f][\\da-f])+";
const html = "&(?:#x?[\\da-f]{1,7}|amp|lt|gt|quot|apos);?";
/** JSON, and what scripts have besides. */
const script = "\\\\(?:u[\\da-f]{4}|x[\\da-f]{2}|[^])";

/** Each encoding alone, for a secret that holds a sign of another one; then all of them, for one within another. */
export const encodings: readonly RegExp[] = /* @__PURE__ */ [percent, html, script, `${percent}|${html}|${script}`].map(
  (source) => new RegExp(source, "gi"),
);

/** Names of HTML, and of JSON, where they are letters. */
const letters: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  n: "\n",
  r: "\r",
  t: "\t",
  b: "\b",
  f: "\f",
};

const letterOf = (code: number): string => (code <= 0x10ffff ? String.fromCodePoint(code) : "");

/** What a letter stands for that is written as addresses, HTML, JSON or scripts have it. */
function read(text: string): string {
  const inner = text.slice(1).replace(";", "");
  const sign = text[0];
  // A decoder for each letter would cost seconds on an input of nothing but escapes.
  if (sign === "%" && inner.length === 2) return letterOf(Number(`0x${inner}`));
  if (sign === "%") return new TextDecoder().decode(Uint8Array.from(inner.split("%"), (byte) => Number(`0x${byte}`)));
  if (inner[0] === "#") return letterOf(Number(inner.slice(1).replace(/^x/i, "0x")));
  if (sign === "\\" && inner.length > 1) return letterOf(Number(`0x${inner.slice(1)}`));
  return letters[sign === "&" ? inner.toLowerCase() : inner] ?? inner;
}

/** `text` with one level of an encoding less. */
export function decode(text: string, encoding: RegExp): string {
  return text.replace(encoding, read);
}
