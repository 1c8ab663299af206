import { hidden } from "../runtime/secret-field.ts";
import { decodeOnce, encodings, type Decoded } from "./decode-once.ts";

/** What base64 makes of a text that stands anywhere in another: one of three, as its bytes meet the letters. */
function base64Of(bytes: Uint8Array): string[] {
  return [0, 1, 2].flatMap((shift) => {
    const text = btoa(String.fromCharCode(...new Uint8Array(shift), ...bytes));
    // Without the letters that hold bits of the neighbors too.
    const core = text.slice(Math.ceil((shift * 8) / 6), Math.floor(((shift + bytes.length) * 8) / 6));
    return core.length < 6 ? [] : [core, core.replaceAll("+", "-").replaceAll("/", "_")];
  });
}

/** Without a change of length, as some capitals beyond ASCII would bring. */
const lower = (text: string): string => text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());

/** What to look for: the secret, as forms write it, and what hexadecimal digits and base64 make of it. */
function formsOf(secret: string): string[] {
  // Shorter ones would be found everywhere.
  if (secret.length <= 3) return [];
  const bytes = new TextEncoder().encode(secret);
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return [secret, secret.replaceAll(" ", "+"), hex, ...base64Of(bytes)].map(lower);
}

/** By the list of secrets, which is the same for all the texts of an answer. */
const known = /* @__PURE__ */ new WeakMap<readonly string[], readonly string[]>();

function formsOfAll(secrets: readonly string[]): readonly string[] {
  const found = known.get(secrets) ?? [...new Set(secrets.flatMap(formsOf))];
  known.set(secrets, found);
  return found;
}

type Range = readonly [start: number, end: number];

function find(text: string, forms: readonly string[]): Range[] {
  const searched = lower(text);
  return forms.flatMap((form) => {
    const ranges: Range[] = [];
    for (let at = searched.indexOf(form); at >= 0; at = searched.indexOf(form, at + form.length)) {
      ranges.push([at, at + form.length]);
    }
    return ranges;
  });
}

/** More levels than anybody writes. */
const levels = 6;

/**
 * `text` with every secret blotted out, as an answer can quote what was sent: in any case, percent-encoded, as a form sends it,
 * escaped for HTML, JSON or scripts, each of them several times over; in hexadecimal digits or base64.
 */
export function scrub(text: string, secrets: readonly string[]): string {
  const forms = formsOfAll(secrets);
  if (forms.length === 0) return text;
  const ranges = find(text, forms);
  for (const encoding of encodings) {
    const views: Decoded[] = [];
    let view = decodeOnce(text, encoding);
    for (; view && views.length < levels; view = decodeOnce(view.text, encoding)) {
      views.unshift(view);
      for (const found of find(view.text, forms)) {
        ranges.push(views.reduce<Range>((range, each) => each.origin(...range), found));
      }
    }
  }
  let clean = "";
  let last = 0;
  for (const [start, end] of ranges.sort(([one], [other]) => one - other)) {
    if (start >= last) clean += text.slice(last, start) + hidden;
    last = Math.max(last, end);
  }
  return clean + text.slice(last);
}
