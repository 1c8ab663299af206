import { textAt, type JsonObject } from "../../runtime/json.ts";
import type { UploadState } from "../types/upload.ts";
import { extensionPayloads } from "./extension-state.ts";

/** What the answer says about the upload; undefined if it does not mention it. */
export function readUpload(serverResponse: JsonObject): UploadState | null {
  const word = [serverResponse, ...extensionPayloads(serverResponse).map(({ payload }) => payload)]
    .map((holder) => textAt(holder, "uploadingStatus"))
    .find((found) => found !== undefined);
  if (word === undefined) return null;
  return word === "uploaded" || word === "backuped" || word === "stranded" ? word : "unknown";
}
