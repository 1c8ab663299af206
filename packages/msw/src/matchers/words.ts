import type { SttAgentView, SttTaskView } from "../fake/stt/view.ts";
import type { RecordingView } from "../fake/recording/view.ts";

/** "1 file", "2 files"; "at least one file" where any number would do. */
export function counted(count: number | undefined, noun: string): string {
  if (count === undefined) return `at least one ${noun}`;
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

export const recordingInWords = ({ cname, mode, uid, live, ending, files }: RecordingView): string =>
  `${cname} (${mode}, uid ${uid}, ${live ? "live" : `ended: ${ending ?? "no reason"}`}, ${counted(files.length, "file")})`;

export function transcriptionInWords(one: SttTaskView | SttAgentView): string {
  const id = "taskId" in one ? `task ${one.taskId}` : `agent ${one.agentId}`;
  return `${one.channel} (${id}, ${one.status}, ${one.live ? "live" : "ended"})`;
}

export const listed = <Item>(items: readonly Item[], say: (item: Item) => string): string =>
  items.length === 0 ? "none" : items.map(say).join("; ");

export function inWords(fields: object): string {
  const said = Object.entries(fields).filter(([, value]) => value !== undefined);
  return said.length === 0 ? "" : ` with ${said.map(([name, value]) => `${name} ${JSON.stringify(value)}`).join(", ")}`;
}
