import { isObject } from "../runtime/json.ts";

/** How deep the reasons of a failure are looked for: platforms wrap once or twice. */
const deepest = 4;

/**
 * The names and codes that a failed connection has in an error and its causes, from the outside in. Some platforms give a code where others
 * give words, or a list of failures, one for each address of the host.
 */
export function wordsOf(cause: unknown): string[] {
  const words: string[] = [];
  let error = cause;
  for (let depth = 0; error !== undefined && depth < deepest; depth++) {
    const { message, code, cause: inner, errors } = isObject(error) ? error : { message: error };
    const said = typeof message === "string" && message !== "" ? message : undefined;
    const known = typeof code === "string" && !said?.includes(code) ? code : undefined;
    const text = said !== undefined && known !== undefined ? `${said} (${known})` : (said ?? known);
    if (text !== undefined && !words.includes(text)) words.push(text);
    error = inner ?? (Array.isArray(errors) ? errors[0] : undefined);
  }
  // What says only that there is more to say.
  return words.length > 1 ? words.filter((text) => text !== "fetch failed") : words;
}

/** Whether it was the host's name that could not be resolved: then nothing was sent. */
export function isNameFailure(words: readonly string[]): boolean {
  return words.some((text) =>
    /\b(ENOTFOUND|EAI_AGAIN|ERR_NAME_NOT_RESOLVED)\b|dns error: |failed to lookup address/.test(text),
  );
}
