import { isAbsent } from "../../validation/absent.ts";
import { get } from "../../validation/get.ts";
import type { ValidationIssue } from "../../validation/issue.ts";
import { integer, object, string, type Schema } from "../../validation/schema.ts";
import { validate, type ValidateOptions } from "../../validation/validate.ts";
import { fitsScene } from "../scene.ts";
import { clientRequest } from "./client-request.ts";
import { checkCname, isChannelMode, pathPart, startMode, uid } from "./identity.ts";
import { checkMode } from "./mode-rules.ts";

/** What start takes. */
export function startRequest(): Schema {
  return object(
    {
      cname: string(),
      uid: uid(),
      resourceId: pathPart(),
      mode: startMode(),
      clientRequest: clientRequest(),
    },
    { scene: integer(0) },
    (request, report, warn) => {
      // A lease says nothing where acquire was told nothing, which means 0.
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
  );
}

let schema: Schema | undefined;

/** Every problem of a start request that shows before it is sent. Paths are the caller's: `clientRequest.token`. */
export function validateStart(request: unknown, options?: ValidateOptions): ValidationIssue[] {
  return validate((schema ??= startRequest()), request, options);
}
