import { exitCodes } from "../tool/exit-codes.ts";
import { Failure } from "../tool/failure.ts";
import { readRuns, type RunAbout } from "../state/entries.ts";
import type { Tool } from "../tool/tool.ts";

export interface RunChoice {
  readonly uid: string | undefined;
  readonly service: RunAbout["service"] | undefined;
}

/** What was started on this machine and not stopped: all of a channel, or, where no channel is named, the only one. */
export async function findRuns(
  tool: Tool,
  appId: string,
  channel: string | undefined,
  { uid, service }: RunChoice,
): Promise<RunAbout[]> {
  const runs = (await readRuns(tool.state, appId)).filter(
    (run) =>
      (channel === undefined || run.channel === channel) &&
      (uid === undefined || run.uid === uid) &&
      (service === undefined || run.service === service),
  );
  const channels = [...new Set(runs.map((run) => run.channel))];
  if (channels.length === 0) {
    const where = channel === undefined ? "" : ` in ${channel}`;
    throw new Failure(exitCodes.nothing, "nothing-runs", `Nothing that was started on this machine runs${where}.`);
  }
  if (channels.length > 1) {
    throw new Failure(exitCodes.usage, "ambiguous", `Say which channel: ${channels.join(", ")}.`);
  }
  return runs;
}
