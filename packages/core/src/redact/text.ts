import { redacted } from "./secret-field.ts";
import { decode, encodings } from "./encodings.ts";

/** What base64 makes of a text that stands anywhere in another: one of three, as its bytes meet the letters. */
function base64Of(bytes: Uint8Array): string[] {
  return [0, 1, 2].flatMap((shift) => {
    const text = btoa(String.fromCharCode(...new Uint8Array(shift), ...bytes));
    // Without the letters that hold bits of the neighbors too.
    const core = text.slice(Math.ceil((shift * 8) / 6), Math.floor(((shift + bytes.length) * 8) / 6));
    return core.length < 6 ? [] : [core, core.replaceAll("+", "-").replaceAll("/", "_")];
  });
}

/** Of ASCII alone, which is what secrets are made of: so no other letter is taken for one of theirs. */
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
  let forms = known.get(secrets);
  if (!forms) {
    forms = [...new Set(secrets.flatMap(formsOf))].sort((one, other) => other.length - one.length);
    known.set(secrets, forms);
  }
  return forms;
}

function redactForms(text: string, forms: readonly string[]): string {
  const searched = lower(text);
  const found = forms.filter((form) => searched.includes(form)).map((form) => form.replace(/\W/g, "\\$&"));
  return found.length === 0 ? text : text.replace(new RegExp(found.join("|"), "gi"), redacted);
}

/** More levels than anybody writes. */
const levels = 6;

/**
 * `text` with every secret redacted, as an answer can quote what was sent: in any case, percent-encoded, as a form sends it,
 * escaped for HTML, JSON or scripts, each of them several times over; in hexadecimal digits or base64. Where one was
 * encoded, so is nothing any more.
 */
export function redactText(text: string, secrets: readonly string[]): string {
  const forms = formsOfAll(secrets);
  if (forms.length === 0) return text;
  let clean = redactForms(text, forms);
  for (const encoding of encodings) {
    let view = clean;
    for (let level = 0; level < levels; level++) {
      const decoded = decode(view, encoding);
      if (decoded === view) break;
      view = redactForms(decoded, forms);
      if (view !== decoded) clean = view;
    }
  }
  return clean;
}
