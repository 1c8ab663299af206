import { defineOperation } from "../../contract/operation.ts";
import { isAbsent } from "../../validation/absent.ts";
import { get } from "../../validation/get.ts";
import { object } from "../../validation/object.ts";
import { integer, once, string } from "../../validation/schema.ts";
import { fitsScene } from "../scene.ts";
import type { KnownRecordingMode } from "../types/mode.ts";
import type { LeaseFields, StartRequestOf } from "../types/start.ts";
import { clientRequest } from "../validate/client-request.ts";
import { checkCname, isChannelMode, startMode } from "../validate/mode.ts";
import { pathPart, uid } from "../../rtc/identity.ts";
import { checkMode } from "../validate/mode-rules.ts";
import type { Reading } from "../../context/run-operation.ts";
import { textAt, type JsonObject } from "../../runtime/json.ts";
import { recordingService } from "../service.ts";
import type { RecordingHandleOf } from "../types/handle.ts";
import type { RecordingMode } from "../types/mode.ts";

/** Of what a lease has besides, the scene alone is looked at. */
type Checked = Omit<StartRequestOf<KnownRecordingMode>, Exclude<keyof LeaseFields, "scene">>;

/** What start takes. */
export const startRequest = /* @__PURE__ */ once(() =>
  object<Checked>(
    {
      cname: string(),
      uid: uid(),
      resourceId: pathPart(),
      mode: startMode(),
      clientRequest: clientRequest(),
    },
    { scene: integer(0) },
    (request, report, warn) => {
      // A lease without the field comes from an acquire without it, which means 0.
      const scene = get(request, "scene") ?? (isAbsent(get(request, "acquiredAt")) ? undefined : 0);
      const wanted = get(request, "mode");
      checkCname(request, report, isChannelMode(wanted));
      // R9. The scene comes with the lease, so a lease for the wrong kind of recording shows here.
      if (typeof scene === "number" && !fitsScene(wanted, scene)) {
        report("scene", `must ${wanted === "web" ? "" : "not "}be 1 for this mode`);
      }
      checkMode(request, report, warn);
    },
    "lenient",
  ),
);

type AnyStart = Pick<StartRequestOf<RecordingMode>, "cname" | "uid" | "mode" | "resourceId" | "grant">;

function readHandle(
  body: JsonObject,
  { cname, uid, mode, resourceId, grant: given }: AnyStart,
  appId: string,
  startedAt: number,
): RecordingHandleOf<RecordingMode> | undefined {
  // An empty sid was seen in answers that had started nothing.
  const sid = textAt(body, "sid");
  if (sid === undefined) return undefined;
  const grant = textAt(body, "grant") ?? given;
  const handle = { appId, cname, uid, mode, resourceId, sid, startedAt };
  return isAbsent(grant) ? handle : { ...handle, grant };
}

export const start = /* @__PURE__ */ defineOperation({
  name: "recording.start",
  method: "POST",
  path: "/v1/apps/{appId}/cloud_recording/resourceid/{resourceId}/mode/{mode}/start",
  effect: "begin",
  request: startRequest,
  body: ["cname", "uid", "clientRequest"],
  service: recordingService,
  read: ({ answer, input, appId, missing }: Reading<AnyStart>): RecordingHandleOf<RecordingMode> =>
    readHandle(answer.body, input, appId, answer.receivedAt) ?? missing("sid"),
  readRunning: readHandle,
});
