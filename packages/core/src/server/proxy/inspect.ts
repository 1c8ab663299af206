import { isObject } from "../../runtime/json.ts";
import { isAbsent } from "../../validation/absent.ts";
import { bodies, type BodyOperation, type Fields } from "./fields.ts";
import { placeInBody } from "./places.ts";

/** What is wrong with a body, in words for a developer. */
type Problem = string;

export interface InspectOptions {
  /** A page may say where files go. */
  readonly allowStorageConfig: boolean;
  /** Names of fields that are not documented, and pass all the same. */
  readonly allowFields: readonly string[];
}

/** Where files go. `extensionParams` is a part of it: it names the host that gets the keys to see. */
const storageFields = /^(storageConfig|storage|cloudStorage|extensionParams)$/;

/** Documents beside the storage that have a part of the same name. */
const harmless = /recordingConfig\.extensionParams$/;

const isList = (fields: Fields): fields is readonly [Fields] => Array.isArray(fields);
const isValue = (value: unknown): boolean => typeof value !== "object" || value === null;

/** Quotes a name that came from outside: short, and without letters that could break a log. */
const shown = (path: string): string => path.slice(0, 80).replace(/[^\w.[\]-]/g, "?");

/** What a place says of a field that is not known where it stands, as the end of a sentence. */
type Hint = (path: string) => string;

interface Inspection extends InspectOptions {
  readonly hint: Hint;
}

function* problemsOf(value: unknown, fields: Fields, path: string, options: Inspection): Generator<Problem> {
  // Says nothing, so it may stand everywhere: also where the server will put something of its own.
  if (isAbsent(value) && path !== "") return;
  if (fields === 1) {
    const holdsValues = isValue(value) || (Array.isArray(value) && value.every(isValue));
    if (!holdsValues) yield `${shown(path)} must be a value.`;
  } else if (isList(fields)) {
    if (!Array.isArray(value)) yield `${shown(path)} must be a list.`;
    else for (const item of value) yield* problemsOf(item, fields[0], `${path}[]`, options);
  } else if (isObject(value)) {
    for (const [name, inner] of Object.entries(value)) {
      const at = path === "" ? name : `${path}.${name}`;
      if (options.allowFields.includes(name)) continue;
      const known = Object.hasOwn(fields, name) ? fields[name] : undefined;
      if (known === undefined) yield `${shown(at)} is no documented field of this operation${options.hint(at)}.`;
      else if (!options.allowStorageConfig && !isAbsent(inner) && storageFields.test(name) && !harmless.test(at)) {
        yield `${shown(at)} is this server's to add: a page must not say where files go.`;
      } else yield* problemsOf(inner, known, at, options);
    }
  } else yield `${shown(path) || "The body"} must be an object.`;
}

/** The first things that a page may not send; none when all is well. */
export function inspectBody(operation: BodyOperation, body: unknown, options: InspectOptions): Problem[] {
  const problems: Problem[] = [];
  const hint: Hint = (path) => {
    const place = placeInBody(operation, Object(body), path);
    return place === undefined ? "" : `: it belongs in ${place}`;
  };
  for (const problem of problemsOf(body, bodies[operation](Object(body)), "", { ...options, hint })) {
    problems.push(problem);
    if (problems.length === 10) break;
  }
  return problems;
}
