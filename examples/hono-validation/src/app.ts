import type { Recording } from "@agora-edge/core";
import { recordingAcquire, recordingStart } from "@agora-edge/core/schemas";
import { sValidator } from "@hono/standard-validator";
import { Hono } from "hono";

/** Two routes of an app's own, which answer a wrong request with every problem and where it is. */
export function createApp(recording: Recording) {
  return new Hono()
    .post(
      "/leases",
      sValidator("json", recordingAcquire, (result, context) => {
        if (!result.success) return context.json({ problems: result.error }, 400);
      }),
      async (context) => context.json(await recording.acquire(context.req.valid("json"))),
    )
    .post(
      "/recordings",
      sValidator("json", recordingStart, (result, context) => {
        if (!result.success) return context.json({ problems: result.error }, 400);
      }),
      async (context) => context.json(await recording.start(context.req.valid("json"))),
    );
}
