import type { SttTaskLease } from "@agora-edge/core";
import type { Routes } from "./routes.ts";

interface TaskStart {
  lease: SttTaskLease;
  rtcConfig: { channelName: string; subBotUid: string; pubBotUid: string };
}

/** Speech-to-Text as it was before v7. New projects can only use v7; `migrateToV7` translates these requests. */
export const transcriptionV6Routes: Routes = {
  // { instanceId } → a builder token, good for one start within five minutes
  "POST /v6/tokens": async ({ sttTasks }, request) => {
    const { instanceId }: { instanceId: string } = await request.json();
    return sttTasks.acquire({ instanceId });
  },

  // { lease, rtcConfig } → a handle
  "POST /v6/tasks": async ({ sttTasks }, request) => {
    const { lease, rtcConfig }: TaskStart = await request.json();
    return sttTasks.start({ ...lease, version: "v6", request: { languages: ["en-US"], rtcConfig } });
  },
};
