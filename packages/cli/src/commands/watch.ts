import { exitCodes } from "../tool/exit-codes.ts";
import { snapshotData, snapshotText } from "./snapshot.ts";
import { createClient, readProject } from "../settings/project.ts";
import { type AnySession, openSession, remember } from "../sessions/open.ts";
import type { RunAbout } from "../state/entries.ts";
import type { Outcome, Tool } from "../tool/tool.ts";
import { findRuns, type RunChoice } from "./find-runs.ts";
import { snapshotOutcome } from "./outcome-of-run.ts";

export interface WatchOptions extends RunChoice {
  /** ms */
  readonly interval: number;
}

/** Whether there is nothing more to see. */
function isOver(session: AnySession): boolean {
  const { isRestoring, isActive, status } = session.getSnapshot();
  return !isRestoring && !isActive && status !== "acquired";
}

/** Shows every change until the run is over, or until Ctrl+C, which ends nothing but the watching. */
function follow(tool: Tool, about: RunAbout, session: AnySession): Promise<void> {
  return new Promise((resolve) => {
    let shown = "";
    const end = () => {
      unsubscribe();
      tool.signal.removeEventListener("abort", end);
      resolve();
    };
    const look = () => {
      const snapshot = session.getSnapshot();
      if (snapshot.isRestoring) return;
      const text = snapshotText(tool.style, about, snapshot);
      if (text !== shown) tool.tell(snapshotData(about, snapshot), text);
      shown = text;
      if (isOver(session)) end();
    };
    const unsubscribe = session.subscribe(look);
    tool.signal.addEventListener("abort", end);
    look();
  });
}

export async function watchCommand(tool: Tool, channel: string | undefined, options: WatchOptions): Promise<Outcome> {
  const project = await readProject(tool);
  const agora = createClient(tool, project);
  const { interval } = options;
  const runs = await findRuns(tool, project.appId, channel, options);
  const outcomes = await Promise.all(
    runs.map(async (about) => {
      const session = openSession(tool, agora, about, { interval });
      // The look into storage, and the first one at the service.
      await session.query().catch(() => undefined);
      await follow(tool, about, session);
      await remember(tool, about, session);
      const outcome = snapshotOutcome(tool, about, session);
      const isCut = tool.signal.aborted && !isOver(session);
      session.dispose();
      return isCut ? { ...outcome, exit: exitCodes.interrupted } : outcome;
    }),
  );
  return {
    exit: outcomes.find(({ exit }) => exit !== exitCodes.ok)?.exit ?? exitCodes.ok,
    json: outcomes.map(({ json }) => json),
    text: outcomes.map(({ text }) => text).join("\n"),
  };
}
