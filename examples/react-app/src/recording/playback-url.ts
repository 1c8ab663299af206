import { settings } from "../settings.ts";

/** Where a file can be played; nothing without an address for files. Slashes of its folders stay. */
export function playbackUrl(fileName: string, template: string = settings.playbackUrl): string | undefined {
  if (template === "") return undefined;
  return template.replace("{fileName}", fileName.split("/").map(encodeURIComponent).join("/"));
}
