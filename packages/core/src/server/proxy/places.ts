import { acquireRequest } from "../../recording/validate/acquire.ts";
import { startRequest } from "../../recording/validate/start.ts";
import { stopCall } from "../../recording/validate/stop.ts";
import { layoutCall } from "../../recording/validate/update-layout.ts";
import { updateCall } from "../../recording/validate/update.ts";
import { acquireTaskRequest } from "../../stt/validate/acquire.ts";
import { betaRequest } from "../../stt/validate/beta-request.ts";
import { joinRequest, v6Request } from "../../stt/validate/flat-request.ts";
import { v6Fields, v7Fields } from "../../stt/validate/update.ts";
import { placeOf, placesIn } from "../../validation/place.ts";
import type { Schema } from "../../validation/schema.ts";
import { isBeta, type BodyOperation } from "./fields.ts";

/** What the operations take, as the client checks it: there is no second table of where a field belongs. */
const requests: { readonly [Operation in BodyOperation]: (body: object) => Schema } = {
  "recording.acquire": acquireRequest,
  "recording.start": startRequest,
  "recording.update": updateCall,
  "recording.updateLayout": layoutCall,
  "recording.stop": stopCall,
  "sttTasks.acquire": acquireTaskRequest,
  "sttTasks.start": (body) => (isBeta(body) ? betaRequest() : v6Request()),
  "sttTasks.update": v6Fields,
  "sttAgents.join": joinRequest,
  "sttAgents.update": v7Fields,
};

/** Where a field of a body belongs that stands in the wrong object. What stands in the address is no place in a body. */
export function placeInBody(operation: BodyOperation, body: object, path: string): string | undefined {
  const place = placeOf(placesIn(requests[operation](body), body), `.${path}`);
  return place?.startsWith("handle.") ? undefined : place;
}
