import { defineOperation } from "../../contract/operation.ts";
import { object } from "../../validation/object.ts";
import { once } from "../../validation/schema.ts";
import { queryHandle, type QueryTarget } from "../validate/handle.ts";
import type { Reading } from "../../context/run-operation.ts";
import { isObject } from "../../runtime/json.ts";
import { echo } from "../parse/echo.ts";
import { readFiles } from "../parse/files.ts";
import { readServices } from "../parse/services.ts";
import { readState } from "../parse/states.ts";
import { readUpload } from "../parse/upload.ts";
import { recordingService } from "../service.ts";
import type { RecordingQueryTarget } from "../types/handle.ts";
import type { QueryResult } from "../types/query.ts";

export const queryCall = /* @__PURE__ */ once(() => object<{ handle: QueryTarget }>({ handle: queryHandle() }, {}));

export const query = /* @__PURE__ */ defineOperation({
  name: "recording.query",
  method: "GET",
  path: "/v1/apps/{appId}/cloud_recording/resourceid/{resourceId}/sid/{sid}/mode/{mode}/query",
  effect: "read",
  request: queryCall,
  service: recordingService,
  read({ answer: { body }, input: { handle }, missing }: Reading<{ handle: RecordingQueryTarget }>): QueryResult {
    const { serverResponse } = body;
    if (!isObject(serverResponse)) return missing("serverResponse");
    // Where services alone work on the channel there is no status; but something there must be.
    if (Object.keys(serverResponse).length === 0) return missing("serverResponse.status");
    const services = readServices(serverResponse);
    return {
      ...body,
      ...echo(body, handle),
      serverResponse,
      state: readState(serverResponse, services),
      services,
      files: readFiles(serverResponse),
      upload: readUpload(serverResponse),
    };
  },
});
