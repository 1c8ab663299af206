import type { AgoraErrorKind } from "./kinds.ts";

let site = "https://agora-edge.github.io/agora-edge";

/**
 * Sets where the links of `error.docs` and `explainError(error).docs` lead: to your own copy of this documentation, or to
 * pages that your support has written.
 *
 * @param url the address below which `errors/<kind>/` is found, and `zh/errors/<kind>/` for Chinese
 * @example
 * setDocsUrl("https://docs.example.com/agora");
 */
export function setDocsUrl(url: string | URL): void {
  site = String(url).replace(/\/+$/, "");
}

/**
 * The page on one kind of error.
 *
 * @param title in the language that the page shall have
 */
export function docsOf(kind: AgoraErrorKind, title = ""): string {
  return `${site}/${/\p{Script=Han}/u.test(title) ? "zh/" : ""}errors/${kind}/`;
}
