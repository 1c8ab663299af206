import { isSttOver, isSttRunning, type SttAgents } from "@agora-edge/core";

export interface TranscriptionSummary {
  joined: boolean;
  /** The last state of the wait for a running agent. */
  state: string;
  left: boolean;
  /** The last state of the wait for its end. */
  stateAfterLeave: string;
}

/** What every runtime must come to. */
export const transcribed: TranscriptionSummary = {
  joined: true,
  state: "running",
  left: true,
  stateAfterLeave: "stopped",
};

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** The life of one agent. It costs no wait for an update, which would be five seconds in every runtime. */
export async function transcribe(sttAgents: SttAgents, cname: string): Promise<TranscriptionSummary> {
  const handle = await sttAgents.join({
    name: cname,
    languages: ["en-US"],
    rtcConfig: { channelName: cname, pubBotUid: "900002" },
  });
  async function stateWhen(isThere: (state: string) => boolean): Promise<string> {
    let { state } = await sttAgents.get(handle);
    for (let turn = 0; turn < 50 && !isThere(state); turn += 1) {
      await pause(50);
      ({ state } = await sttAgents.get(handle));
    }
    return state;
  }
  const state = await stateWhen(isSttRunning);
  const { agentId } = await sttAgents.leave(handle);
  return {
    joined: handle.version === "v7" && handle.name === cname && handle.agentId !== "",
    state,
    left: agentId === handle.agentId,
    stateAfterLeave: await stateWhen(isSttOver),
  };
}
