import { hidden } from "../runtime/secret-field.ts";

const entityNames: Readonly<Record<string, string>> = { "&": "amp", "<": "lt", ">": "gt", '"': "quot", "'": "apos" };

const hexOf = (code: number, digits = 2): string => code.toString(16).padStart(digits, "0");

const utf8 = (text: string): number[] => [...new TextEncoder().encode(text)];

/** A pattern for one letter, as it is and as it is written in addresses, forms, HTML and scripts, once or several times over. */
function patternOf(letter: string): string {
  const code = letter.codePointAt(0) ?? 0;
  const hex = hexOf(code);
  const name = entityNames[letter];
  const spellings = [
    letter.replace(/[\\^$.*+?()[\]{}|/-]/, "\\$&"),
    utf8(letter)
      .map((byte) => `%(?:25)*${hexOf(byte)}`)
      .join(""),
    `&(?:amp;)*(?:#0*${code}|#x0*${hex}${name === undefined ? "" : `|${name}`});?`,
    ...(letter === " " ? ["\\+"] : []),
    ...(code < 0x10000 ? [`\\\\{1,4}u${hexOf(code, 4)}`] : []),
    ...(code < 0x100 ? [`\\\\{1,4}x${hex}`] : []),
  ];
  return `(?:${spellings.join("|")})`;
}

const spell = (letters: readonly string[]): string => letters.map(patternOf).join("");

/** What base64 makes of a text that stands anywhere in another: one of three, as its bytes meet the letters. */
function base64Of(bytes: readonly number[]): string[] {
  return [0, 1, 2].flatMap((shift) => {
    const text = btoa(String.fromCharCode(...Array.from({ length: shift }, () => 0), ...bytes));
    // Without the letters that hold bits of the neighbors too.
    const core = text.slice(Math.ceil((shift * 8) / 6), Math.floor(((shift + bytes.length) * 8) / 6));
    return core.length < 6 ? [] : [core, core.replaceAll("+", "-").replaceAll("/", "_")];
  });
}

/** The texts to look for, in any spelling. */
function formsOf(secret: string): string[] {
  // Shorter ones would be found everywhere.
  if (secret.length <= 3) return [];
  const bytes = utf8(secret);
  // As it looks where an answer quotes our JSON, too.
  return [secret, JSON.stringify(secret).slice(1, -1), bytes.map((byte) => hexOf(byte)).join(""), ...base64Of(bytes)];
}

type Scrub = (text: string) => string;

function createScrub(secrets: readonly string[]): Scrub {
  const forms = [...new Set(secrets.flatMap(formsOf))].sort((one, other) => other.length - one.length);
  if (forms.length === 0) return (text) => text;
  const letters = forms.map((form) => Array.from(form));
  // Nearly every text has none of them: their first letters tell that much faster than the whole.
  const hint = new RegExp(letters.map((each) => spell(each.slice(0, 5))).join("|"), "i");
  let patterns: RegExp[] | undefined;
  return (text) => {
    if (!hint.test(text)) return text;
    patterns ??= letters.map((each) => new RegExp(spell(each), "gi"));
    return patterns.reduce((clean, pattern) => clean.replace(pattern, hidden), text);
  };
}

/** By the list of secrets, which is the same for all the texts of an answer. */
const prepared = /* @__PURE__ */ new WeakMap<readonly string[], Scrub>();

/**
 * `text` with every secret blotted out, as an answer can quote what was sent: in any case, percent-encoded, form-encoded,
 * escaped for HTML or scripts, as hexadecimal digits, or in base64.
 */
export function scrub(text: string, secrets: readonly string[]): string {
  let clean = prepared.get(secrets);
  if (!clean) prepared.set(secrets, (clean = createScrub(secrets)));
  return clean(text);
}
