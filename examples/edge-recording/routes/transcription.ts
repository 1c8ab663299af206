import type { SttAgentHandle, SttLanguage } from "@agora-edge/core";
import { captionBotUid } from "../uids.ts";
import type { Routes } from "./routes.ts";

interface LanguageChange {
  handle: SttAgentHandle;
  languages: SttLanguage[];
}

/** Real-Time Speech-to-Text. Captions do not come this way: the agent sends them into the channel. */
export const transcriptionRoutes: Routes = {
  // { channelName } → { handle, pubBotUid }. Keep the handle; the list of running agents would name it too. The uid is the
  // sender of the captions: believe no other.
  "POST /transcriptions": async ({ sttAgents }, request) => {
    const { channelName }: { channelName: string } = await request.json();
    const rtcConfig = { channelName, pubBotUid: captionBotUid };
    // Of one name only one agent runs: two visitors who press the button cost you one transcription.
    const handle = await sttAgents.join({ name: channelName, languages: ["en-US"], rtcConfig });
    return { handle, pubBotUid: captionBotUid };
  },

  // the agent's id in the query string → its state
  "GET /transcriptions": ({ sttAgents }, request) =>
    sttAgents.get({ agentId: new URL(request.url).searchParams.get("agentId") ?? "" }),

  // { handle, languages } → nothing new: they replace the languages of before
  "POST /transcriptions/languages": async ({ sttAgents }, request) => {
    const { handle, languages }: LanguageChange = await request.json();
    return sttAgents.update(handle, { languages });
  },

  // the handle → nothing new: the agent leaves the channel
  "POST /transcriptions/leave": async ({ sttAgents }, request) => {
    const handle: SttAgentHandle = await request.json();
    return sttAgents.leave(handle);
  },
};
