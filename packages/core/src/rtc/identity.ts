import { accept, advise, pattern, text, type Schema } from "../validation/schema.ts";

const MAX_UINT32 = 4_294_967_295;

/** R1: the uid of a recorder or a bot, in a string. */
export function uid(): Schema<string> {
  return withoutZeros(
    accept(
      (value) => typeof value === "string" && /^\d+$/.test(value) && Number(value) >= 1 && Number(value) <= MAX_UINT32,
      `must be an integer from 1 to ${MAX_UINT32} in a string`,
    ),
  );
}

/**
 * A user in the channel, or all of them. A text that cannot be a user passes: it may be a word that is not known here.
 *
 * @param schema what it has to be; any text without it
 */
export function listedUid(schema = text()): Schema<string> {
  return withoutZeros(
    advise(
      schema,
      (value) => /^(#allstream#|\d*)$/i.test(String(value)) && !(Number(value) > MAX_UINT32),
      `is no uid that anybody in a channel can have: an integer up to ${MAX_UINT32} in a string`,
    ),
  );
}

function withoutZeros(schema: Schema<string>): Schema<string> {
  return advise(schema, (value) => !/^0./.test(String(value)), "begins with 0: better give the number as it is");
}

/** An identifier that stands in the path of a URL, where `.` and `..` would lead elsewhere. */
export function pathPart(): Schema<string> {
  return pattern(/^(?!\.\.?$)\P{Cs}+$/u, "must be an ID that the service gave");
}
