import { exitCodes } from "../tool/exit-codes.ts";
import { Failure } from "../tool/failure.ts";
import { createClient, readProject } from "../settings/project.ts";
import { openRecording, openSession, openTranscription } from "../sessions/open.ts";
import type { RunAbout } from "../state/entries.ts";
import type { Outcome, Tool } from "../tool/tool.ts";
import { findRuns, type RunChoice } from "./find-runs.ts";
import { stopRun } from "./outcome-of-run.ts";

/** Stops everything of a channel, or what a handle names that is piped in (`-`). */
export async function stopCommand(tool: Tool, channel: string | undefined, choice: RunChoice): Promise<Outcome> {
  const project = await readProject(tool);
  const agora = createClient(tool, project);
  if (channel === "-") {
    const { about, session } = await takeOver(tool, agora);
    return stopRun(tool, about, session);
  }
  const runs = await findRuns(tool, project.appId, channel, choice);
  const outcomes = await Promise.all(runs.map((about) => stopRun(tool, about, openSession(tool, agora, about))));
  return {
    exit: outcomes.find(({ exit }) => exit !== exitCodes.ok)?.exit ?? exitCodes.ok,
    json: outcomes.map(({ json }) => json),
    text: outcomes.map(({ text }) => text).join("\n"),
  };
}

type Client = ReturnType<typeof createClient>;

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null;

/** A handle, or anything that has one, such as what `record --json` printed last. */
function findHandle(text: string): Record<string, unknown> | undefined {
  const lines = [text, ...text.trim().split("\n").toReversed()];
  for (const line of lines) {
    try {
      const value: unknown = JSON.parse(line);
      const handle = isObject(value) && isObject(value.handle) ? value.handle : value;
      if (isObject(handle) && (typeof handle.sid === "string" || typeof handle.agentId === "string")) return handle;
    } catch {
      // Not in this line.
    }
  }
  return undefined;
}

async function takeOver(tool: Tool, agora: Client) {
  const handle = findHandle((await tool.readStdin()) ?? "");
  if (!handle) throw new Failure(exitCodes.usage, "no-handle", "Pipe in the handle that the start returned, as JSON.");
  const { appId } = agora;
  const startedAt = typeof handle.startedAt === "number" ? handle.startedAt : tool.clock.now();
  const text = (name: string): string => {
    const value = handle[name];
    if (typeof value === "string") return value;
    throw new Failure(exitCodes.usage, "no-handle", `The handle has no ${name}.`);
  };
  if (typeof handle.agentId === "string") {
    const name = typeof handle.name === "string" ? handle.name : handle.agentId;
    const about: RunAbout = { service: "transcription", appId, channel: name, uid: "", name };
    const session = openTranscription(tool, agora, about);
    await session.resume({ appId, version: "v7", agentId: handle.agentId, name, startedAt });
    return { about, session };
  }
  const mode = handle.mode === "individual" ? "individual" : "mix";
  const [cname, uid, resourceId, sid] = [text("cname"), text("uid"), text("resourceId"), text("sid")];
  const about: RunAbout = { service: "recording", appId, channel: cname, uid, mode };
  const session = openRecording(tool, agora, about);
  await session.resume({ appId, cname, uid, mode, resourceId, sid, startedAt });
  return { about, session };
}
