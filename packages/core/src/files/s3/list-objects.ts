import type { StoredObject } from "../bucket/bucket.ts";
import { StorageError } from "../bucket/storage-error.ts";
import { readElement, readElements } from "./xml.ts";

/** One page of ListObjectsV2. */
export interface ObjectPage {
  readonly objects: readonly StoredObject[];
  /** What is added to the query for the next page. Undefined on the last one. */
  readonly next: Readonly<Record<string, string>> | undefined;
}

/** The query of the first page. Keys come encoded: XML cannot hold every character of a key. */
export function listQuery(prefix: string): Readonly<Record<string, string>> {
  return { "list-type": "2", "encoding-type": "url", prefix };
}

/** Reads a page, also of services that only know the first version of the operation. */
export function readObjectPage(xml: string): ObjectPage {
  if (!/<\/ListBucketResult>\s*$/.test(xml)) {
    throw new StorageError({
      kind: "unexpected",
      message: "The storage did not answer with a whole list of objects. Try again; check the endpoint if it goes on.",
    });
  }
  const isEncoded = readElement(xml, "EncodingType") === "url";
  const read = (text: string) => (isEncoded ? decodeURIComponent(text.replaceAll("+", "%20")) : text);
  const objects = readElements(xml, "Contents").map((contents): StoredObject => {
    const modified = Date.parse(readElement(contents, "LastModified") ?? "");
    return {
      key: read(readElement(contents, "Key") ?? ""),
      size: Number(readElement(contents, "Size") ?? 0),
      lastModified: Number.isNaN(modified) ? undefined : modified,
    };
  });
  if (readElement(xml, "IsTruncated") !== "true") return { objects, next: undefined };
  const token = readElement(xml, "NextContinuationToken");
  const last = objects.at(-1)?.key;
  if (token === undefined && last === undefined) return { objects, next: undefined };
  return {
    objects,
    next: token === undefined ? { marker: last ?? "", "start-after": last ?? "" } : { "continuation-token": token },
  };
}
