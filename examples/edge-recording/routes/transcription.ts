import type { SttAgentHandle, SttLanguage } from "@agora-edge/core";
import type { Routes } from "./routes.ts";

interface LanguageChange {
  handle: SttAgentHandle;
  languages: SttLanguage[];
}

/** Real-Time Speech-to-Text. Captions do not come this way: the agent sends them into the channel. */
export const transcriptionRoutes: Routes = {
  // { channelName, pubBotUid } → a handle. Keep it; the list of running agents would name it too.
  "POST /transcriptions": async ({ sttAgents }, request) => {
    const rtcConfig: { channelName: string; pubBotUid: string } = await request.json();
    // Of one name only one agent runs: two visitors who press the button cost you one transcription.
    return sttAgents.join({ name: rtcConfig.channelName, languages: ["en-US"], rtcConfig });
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
