import type { FetchLike } from "../runtime/fetch-types.ts";
import { isObject } from "../runtime/json.ts";
import { wordsOf } from "./cause.ts";

/** Whether an answer points elsewhere, or comes from there. */
export function isRedirect({ type, status, redirected }: Response): boolean {
  // `redirected`: a fetch of the app's own has followed it nevertheless.
  return type === "opaqueredirect" || redirected || (status >= 300 && status < 400);
}

/**
 * Calls the app's own fetch with a Request. A fetch of another implementation or realm does not recognize this Request: it
 * reads it as an invalid URL and sends nothing. It is then called again with the URL and the options apart.
 * Clients such as ky throw a redirect that they do not follow.
 */
export async function callOwnFetch(own: FetchLike, request: Request, init: RequestInit | undefined): Promise<Response> {
  try {
    return await own(request, init);
  } catch (error) {
    const answer = isObject(error) ? error.response : undefined;
    if (answer instanceof Response && isRedirect(answer)) return answer;
    if (!wordsOf(error).some((words) => /\[object Request\]|invalid url|absolute url/i.test(words))) throw error;
    const { url, method, headers, signal, redirect } = request;
    const body = await request.text();
    return own(url, {
      ...init,
      method,
      headers: Object.fromEntries(headers),
      signal,
      redirect,
      ...(body === "" ? {} : { body }),
    });
  }
}
