import type { Absent } from "../../validation/absent.ts";

/**
 * The key of a file in the bucket: the folders of `storageConfig.fileNamePrefix`, then its name. Query, stop and most
 * notifications give names alone; event 45 gives the whole key, which is returned as it is.
 */
export function objectKey(fileNamePrefix: readonly string[] | Absent, fileName: string): string {
  const folders = (fileNamePrefix ?? []).map((folder) => `${folder}/`).join("");
  return fileName.startsWith(folders) ? fileName : folders + fileName;
}

/** The opposite: the folders of a key, and the name that `parseFileName` takes. */
export function parseObjectKey(key: string): { fileNamePrefix: readonly string[]; fileName: string } {
  const parts = key.split("/");
  return { fileNamePrefix: parts.slice(0, -1), fileName: parts.at(-1) ?? "" };
}
