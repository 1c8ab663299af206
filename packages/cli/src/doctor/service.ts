import { type AgoraClient, type AgoraErrorKind, type Clock, explainError, isAgoraError } from "@agora-edge/core";
import { createClient, type Project } from "../settings/project.ts";
import type { Tool } from "../tool/tool.ts";
import { en } from "@agora-edge/core/locales/en";
import { type Finding, ok, problem, skipped, warning } from "./check.ts";

/** Nobody is in it, and nothing happens in it. */
const channel = "agora-edge-doctor";

function failed(check: string, error: unknown): Finding {
  if (!isAgoraError(error)) throw error;
  const { explanation, action } = explainError(error);
  return problem(check, error.kind, explanation, action);
}

const connectionKinds: readonly AgoraErrorKind[] = ["network-error", "dns-failure", "client-timeout"];
const appKinds: readonly AgoraErrorKind[] = ["invalid-app-id"];

/** Asks for the users of an empty channel: every project may do that, and nothing is started. */
async function checkAccount(agora: AgoraClient, clock: Clock): Promise<{ findings: Finding[]; goesOn: boolean }> {
  const began = clock.now();
  try {
    await agora.channels.users(channel);
    const ms = clock.now() - began;
    const findings = [
      ok("credentials", "Customer ID and Customer Secret are right.", ms),
      ok("app-id", "belongs to the account."),
    ];
    return { findings, goesOn: true };
  } catch (error) {
    if (isAgoraError(error) && appKinds.includes(error.kind)) {
      return {
        findings: [ok("credentials", "Customer ID and Customer Secret are right."), failed("app-id", error)],
        goesOn: false,
      };
    }
    const isDown = isAgoraError(error) && connectionKinds.includes(error.kind);
    const found = failed("credentials", error);
    return { findings: [isDown ? skipped("credentials", "no host answers.") : found], goesOn: false };
  }
}

/** A resource ID that nobody uses costs nothing, and is gone after five minutes. */
async function checkRecording(agora: AgoraClient): Promise<Finding> {
  const check = "recording";
  try {
    await agora.recording.acquire({ cname: channel, uid: "4294967295", clientRequest: { resourceExpiredHour: 1 } });
    return ok(check, "Cloud Recording is enabled.");
  } catch (error) {
    const found = failed(check, error);
    // The gateway of Cloud Recording says so of every App ID that is not enabled there; that this one exists was seen before.
    if (found.kind !== "invalid-app-id") return found;
    const kind = "service-not-enabled";
    const { explanation, action } = explainError({ kind, operation: "recording.acquire" }, { locale: en });
    return problem(check, kind, explanation, action);
  }
}

async function checkTranscription(agora: AgoraClient): Promise<Finding> {
  try {
    for await (const _ of agora.sttAgents.list({ limit: 1 })) break;
    return ok("transcription", "Real-Time STT is enabled.");
  } catch (error) {
    const { kind = "", message, action = "" } = failed("transcription", error);
    // An app that only records does not need it.
    return kind === "service-not-enabled"
      ? warning("transcription", kind, message, action)
      : failed("transcription", error);
  }
}

/** Undefined, and what is wrong, where no request can be made of the settings. */
function openClient(tool: Tool, project: Project): { agora?: AgoraClient; refused?: Finding } {
  try {
    return { agora: createClient(tool, project, { retry: false, timeout: 10_000 }) };
  } catch (error) {
    return { refused: failed("credentials", error) };
  }
}

/** Credentials, App ID, and whether the services are enabled. After a refusal nothing more is asked. */
export async function checkService(tool: Tool, project: Project, settings: Finding): Promise<Finding[]> {
  const { agora, refused } = openClient(tool, project);
  if (!agora) {
    const isSaid = settings.status === "problem" || !refused;
    const rest = ["app-id", "recording", "transcription"].map((check) => skipped(check, "not asked: see above."));
    return [isSaid ? skipped("credentials", "not asked: see settings.") : refused, ...rest];
  }
  const { findings, goesOn } = await checkAccount(agora, tool.clock);
  if (!goesOn) {
    const why = "not asked: see above.";
    return [...findings, skipped("recording", why), skipped("transcription", why)];
  }
  return [...findings, await checkRecording(agora), await checkTranscription(agora)];
}
