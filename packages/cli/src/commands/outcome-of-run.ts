import { explainState } from "@agora-edge/core";
import { exitCodes } from "../tool/exit-codes.ts";
import { snapshotData, snapshotText } from "./snapshot.ts";
import { type AnySession, remember } from "../sessions/open.ts";
import type { RunAbout } from "../state/entries.ts";
import { type Outcome, type Tool, wordsOf } from "../tool/tool.ts";
import { wait } from "../tool/wait.ts";

export function snapshotOutcome(tool: Tool, about: RunAbout, session: AnySession): Outcome {
  const snapshot = session.getSnapshot();
  const files = snapshot.files.map(({ fileName }) => `\n  ${fileName}`).join("");
  return {
    exit: snapshot.error === null ? exitCodes.ok : exitCodes.failed,
    json: snapshotData(about, snapshot),
    text: `${snapshotText(tool.style, about, snapshot)}${files}`,
  };
}

/** What went to the backup did not get into the bucket. */
function adviceOf(session: AnySession): string | undefined {
  const { upload } = session.getSnapshot();
  if (upload !== "backuped") return undefined;
  const found = explainState("recording.upload", upload);
  return found && `${found.explanation} ${found.action}`;
}

export async function stopRun(tool: Tool, about: RunAbout, session: AnySession): Promise<Outcome> {
  await session.stop();
  await remember(tool, about, session);
  const outcome = snapshotOutcome(tool, about, session);
  const advice = adviceOf(session);
  session.dispose();
  if (advice === undefined) return outcome;
  return { ...outcome, text: `${outcome.text}\n${tool.style("yellow", "!")} ${advice}` };
}

export interface RunOptions {
  /** ms; undefined: until somebody stops it. */
  readonly for: number | undefined;
}

/** Starts, waits until the service confirms it, and with `for` until its end. */
export async function startRun(
  tool: Tool,
  about: RunAbout,
  session: AnySession,
  options: RunOptions,
): Promise<Outcome> {
  await session.start();
  await remember(tool, about, session);
  tool.tell(snapshotData(about, session.getSnapshot()), snapshotText(tool.style, about, session.getSnapshot()));
  try {
    await session.whenRunning();
  } catch (error) {
    const hint = `\n  It may run all the same. To end it: agora-edge stop ${about.channel}`;
    const told = wordsOf(tool, error);
    session.dispose();
    return { ...told, text: `${told.text}${hint}` };
  }
  if (options.for === undefined) {
    const outcome = snapshotOutcome(tool, about, session);
    session.dispose();
    return { ...outcome, text: `${outcome.text}\n  To end it: agora-edge stop ${about.channel}` };
  }
  tool.tell(snapshotData(about, session.getSnapshot()), snapshotText(tool.style, about, session.getSnapshot()));
  await wait(tool, options.for);
  return stopRun(tool, about, session);
}
