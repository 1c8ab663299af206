import { isAgoraError, textOf } from "../errors/agora-error.ts";
import { isSecretField, redacted } from "../redact/secret-field.ts";
import { redactText } from "../redact/text.ts";
import { secretsIn } from "../redact/value.ts";

/** An error with all that the life cycle looks at: its text, its handle, the attempts before it. */
function fieldsOf(value: object): object {
  if (!(value instanceof Error)) return value;
  const { name, message, cause } = value;
  if (!isAgoraError(value)) return { name, message };
  const earlier = isAgoraError(cause) ? { cause } : {};
  return Object.assign({}, value, { name, message, handle: value.handle, text: textOf(value) }, earlier);
}

/** As JSON would have it, but with the whole of each error. */
function plainOf(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map(plainOf);
  const fields = Object.entries(fieldsOf(value)).filter(
    ([, field]) => field !== undefined && typeof field !== "function",
  );
  return Object.fromEntries(fields.map(([name, field]) => [name, plainOf(field)]));
}

/** Shorter ones would be found everywhere. */
const leastLength = 4;

/**
 * Makes copies as JSON has them, in which each secret has the same substitute wherever it stands: a builder token is what a
 * run is called, and a copy that shall be replayed must tell two of them apart.
 */
export function createToPlain(): (value: object) => unknown {
  const substitutes = new Map<string, string>();
  let secrets: readonly string[] = [];
  const copies = new WeakMap<object, unknown>();

  function learn(values: readonly string[]): void {
    const fresh = values.filter((value) => value !== "" && !substitutes.has(value));
    if (fresh.length === 0) return;
    for (const value of fresh) substitutes.set(value, `[redacted ${substitutes.size + 1}]`);
    secrets = [...substitutes.keys()].filter(({ length }) => length >= leastLength);
  }

  function coverText(text: string): string {
    let covered = text;
    for (const secret of secrets) covered = covered.replaceAll(secret, substitutes.get(secret) ?? redacted);
    return redactText(covered, secrets);
  }

  function coverField(name: string, value: unknown): unknown {
    if (!isSecretField(name) || value === null) return cover(value);
    return (typeof value === "string" && substitutes.get(value)) || redacted;
  }

  function cover(value: unknown): unknown {
    if (typeof value === "string") return coverText(value);
    if (typeof value !== "object" || value === null) return value;
    if (Array.isArray(value)) return value.map(cover);
    return Object.fromEntries(Object.entries(value).map(([name, field]) => [name, coverField(name, field)]));
  }

  return (value) => {
    if (!copies.has(value)) {
      const plain = plainOf(value);
      learn(secretsIn(plain));
      copies.set(value, cover(plain));
    }
    return copies.get(value);
  };
}
