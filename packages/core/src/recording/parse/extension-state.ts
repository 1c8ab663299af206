import { isObject, textAt, type JsonObject } from "../../runtime/json.ts";

export interface ExtensionPayload {
  serviceName: string;
  payload: JsonObject;
}

/** The states of extension services (web page recording). One former page spells the key `playload`. */
export function extensionPayloads(serverResponse: JsonObject): ExtensionPayload[] {
  const states = serverResponse.extensionServiceState;
  if (!Array.isArray(states)) return [];
  return states.filter(isObject).flatMap((state) => {
    const payload = state.payload ?? state.playload;
    return isObject(payload) ? [{ serviceName: textAt(state, "serviceName") ?? "", payload }] : [];
  });
}
