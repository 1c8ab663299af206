import { isObject, type JsonObject } from "../runtime/json.ts";
import { bytes, isText, isUid, type Problems } from "./values.ts";

/** `cname`, `uid` and `clientRequest`, which every body has. */
export function* identityProblems(body: JsonObject): Problems {
  if (!isText(body.cname)) yield "cname";
  if (!isUid(body.uid)) yield "uid";
  if (!isObject(body.clientRequest)) yield "clientRequest";
}

/** A channel name of RTC: up to 64 bytes of 89 characters. */
export function isChannelName(cname: string): boolean {
  return bytes(cname) <= 64 && /^[a-zA-Z0-9 !#$%&()+\-:;<=.>?@[\]^_{}|~,]+$/.test(cname);
}

/** In web mode the name is only a label. */
export const isWebLabel = (cname: string): boolean => bytes(cname) <= 1024;
