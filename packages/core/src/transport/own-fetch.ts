import { wordsOf } from "./cause.ts";

/**
 * Calls the fetch that the caller gave, with a Request. One of another implementation or realm knows only its own kind of
 * Request and takes this one for the text of an address, which is none: it has sent nothing, and is asked again in parts.
 */
export async function callOwnFetch(own: typeof globalThis.fetch, request: Request, body: string | undefined) {
  try {
    return await own(request);
  } catch (error) {
    if (!wordsOf(error).some((words) => /\[object Request\]|invalid url|absolute url/i.test(words))) throw error;
    const { url, method, headers, redirect, signal } = request;
    return own(url, {
      method,
      headers: Object.fromEntries(headers),
      redirect,
      signal,
      ...(body === undefined ? {} : { body }),
    });
  }
}
