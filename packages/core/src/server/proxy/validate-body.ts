import { isObject } from "../../runtime/json.ts";
import { isAbsent } from "../../validation/absent.ts";
import type { Schema } from "../../validation/schema.ts";
import { bodySchemas, partOf, placeInBody } from "./body-schema.ts";
import type { ServedOperation } from "./operations.ts";

/** What is wrong with a body, in words for a developer. */
type Problem = string;

export interface BodyOptions {
  /** A page may say where files go. */
  readonly allowStorageConfig: boolean;
  /** Names of fields that pass although they are not documented. */
  readonly allowFields: readonly string[];
}

/** Where files go. `extensionParams` is a part of it: it names the host that gets the keys to see. */
const storageFields = /^(storageConfig|storage|cloudStorage|extensionParams)$/;

/** Documents beside the storage that have a part of the same name. */
const harmless = /recordingConfig\.extensionParams$/;

/**
 * What a page may not send although the client can: the effects of the first are not documented, the others are rules for the
 * owner of the bucket. A `prepare` hook can add them.
 */
const serverFields = /^(privateParams|tagByRule|overwritekeys)$/;

const isValue = (value: unknown): boolean => typeof value !== "object" || value === null;

/** Quotes a name that came from outside: short, and without letters that could break a log. */
const shown = (path: string): string => path.slice(0, 80).replace(/[^\w.[\]-]/g, "?");

interface Context extends BodyOptions {
  /** What a place says of a field that is not known where it stands, as the end of a sentence. */
  readonly hint: (path: string) => string;
}

function* problemsOf(value: unknown, schemas: readonly Schema[], path: string, context: Context): Generator<Problem> {
  // Says nothing, so it may stand everywhere: also where the server will put something of its own.
  if (isAbsent(value) && path !== "") return;
  const { fieldOf, items } = partOf(schemas, value);
  if (fieldOf && isObject(value)) {
    for (const [name, inner] of Object.entries(value)) {
      const at = path === "" ? name : `${path}.${name}`;
      if (context.allowFields.includes(name)) continue;
      const known = serverFields.test(name) ? [] : fieldOf(name);
      if (known.length === 0) yield `${shown(at)} is no documented field of this operation${context.hint(at)}.`;
      else if (!context.allowStorageConfig && !isAbsent(inner) && storageFields.test(name) && !harmless.test(at)) {
        yield `${shown(at)} is this server's to add: a page must not say where files go.`;
      } else yield* problemsOf(inner, known, at, context);
    }
  } else if (items.length > 0) {
    if (!Array.isArray(value)) yield `${shown(path)} must be a list.`;
    else for (const item of value) yield* problemsOf(item, items, `${path}[]`, context);
  } else if (fieldOf) {
    yield `${shown(path) || "The body"} must be an object.`;
  } else if (!isValue(value) && !(Array.isArray(value) && value.every(isValue))) {
    yield `${shown(path)} must be a value.`;
  }
}

/** The first things that a page may not send; empty when all is well. */
export function validateBody(operation: ServedOperation, body: unknown, options: BodyOptions): Problem[] {
  const problems: Problem[] = [];
  const schemas = bodySchemas(operation, Object(body));
  const hint = (path: string) => {
    const place = placeInBody(schemas, Object(body), path);
    return place === undefined ? "" : `: it belongs in ${place}`;
  };
  for (const problem of problemsOf(body, schemas, "", { ...options, hint })) {
    problems.push(problem);
    if (problems.length === 10) break;
  }
  return problems;
}
