import type { AgoraClientOptions } from "../context/options.ts";
import type { RequestWarning } from "../context/warning.ts";
import { json, resource, storageConfig, stubService } from "./service.ts";

/*
 * Requests are given as a caller without types can send them: what the types refuse is what warnings are for.
 */

export const recorder = {
  serviceName: "web_recorder_service",
  serviceParam: { url: "https://a.example", audioProfile: 0, videoWidth: 1280, videoHeight: 720, maxRecordingHour: 1 },
};

/** A client that collects warnings, before a service that takes everything. */
export function collect(options: Partial<AgoraClientOptions> = {}) {
  const warnings: RequestWarning[] = [];
  const answer = () => json(200, { sid: "s", resourceId: "r", agent_id: "a", status: "RUNNING", taskId: "t" });
  const stub = stubService([answer, answer, answer], { onWarning: (warning) => warnings.push(warning), ...options });
  return { ...stub, warnings };
}

const told = (warnings: readonly RequestWarning[]) => warnings.map(({ path, message }) => `${path} ${message}`);

/** The warnings of a start in that mode, which is sent nevertheless: `path message`. */
export async function started(mode: string, clientRequest: object, top: object = {}): Promise<string[]> {
  const { recording, warnings, bodies } = collect();
  await recording.start({ ...resource, mode, clientRequest, ...top } as never);
  if (bodies.length !== 1) throw new Error("It was not sent.");
  return told(warnings);
}

export const mixed = (recordingConfig: object, more: object = {}): Promise<string[]> =>
  started("mix", { storageConfig, recordingConfig: { channelType: 1, ...recordingConfig }, ...more });

export const stored = (more: object): Promise<string[]> =>
  started("mix", { storageConfig: { ...storageConfig, ...more } });

/** The same of a join. */
export async function joined(more: object): Promise<string[]> {
  const { agora, warnings } = collect();
  const rtcConfig = { channelName: "c", pubBotUid: "1" };
  await agora.sttAgents.join({ name: "n", languages: ["en-US"], rtcConfig, ...more });
  return told(warnings);
}
