import type { SttTaskLease } from "@agora-edge/core";
import { captionBotUid, listeningBotUid } from "../uids.ts";
import type { Routes } from "./routes.ts";

interface TaskStart {
  lease: SttTaskLease;
  channelName: string;
}

/** Speech-to-Text as it was before v7. New projects can only use v7; `migrateToV7` translates these requests. */
export const transcriptionV6Routes: Routes = {
  // { instanceId } → a builder token, good for one start within five minutes
  "POST /v6/tokens": async ({ sttTasks }, request) => {
    const { instanceId }: { instanceId: string } = await request.json();
    return sttTasks.acquire({ instanceId });
  },

  // { lease, channelName } → a handle
  "POST /v6/tasks": async ({ sttTasks }, request) => {
    const { lease, channelName }: TaskStart = await request.json();
    const rtcConfig = { channelName, subBotUid: listeningBotUid, pubBotUid: captionBotUid };
    return sttTasks.start({ ...lease, version: "v6", request: { languages: ["en-US"], rtcConfig } });
  },
};
