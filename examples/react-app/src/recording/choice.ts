import { recordingKey, type KnownRecordingMode } from "@agora-edge/core";
import { isText } from "../shared/stored.ts";
import { useSharedChoice } from "../shared/use-shared-choice.ts";
import { useTabChoice } from "../shared/use-tab-choice.ts";
import { layouts, type LayoutName } from "./layouts.ts";

/** What a person chooses about a recording. */
export interface RecordingChoice {
  readonly mode: Mode;
  readonly layout: LayoutName;
  /** The page to record, in mode `web`. */
  readonly pageUrl: string;
}

export const modes = ["mix", "raw", "web"] as const satisfies readonly KnownRecordingMode[];

export type Mode = (typeof modes)[number];

/** The recorder's own uids, which nobody in the channel has. Another for each mode: they are different recordings. */
export const recorderUids: Record<Mode, string> = { mix: "900001", raw: "900002", web: "900003" };

const isMode = (value: unknown): value is Mode => modes.some((mode) => mode === value);
const isLayout = (value: unknown): value is LayoutName => isText(value) && Object.hasOwn(layouts, value);

/** The choice for a channel: what runs there, else what was chosen last. */
export function useRecordingChoice(appId: string, cname: string) {
  const isRunning = (mode: Mode) =>
    localStorage.getItem(recordingKey(appId, { cname, uid: recorderUids[mode] })) !== null;
  const [mode, setMode] = useTabChoice("studio.mode", "mix", isMode, () => modes.find(isRunning));
  const [pageUrl, setPageUrl] = useTabChoice("studio.page", "https://example.com/stage", isText);
  const [layout, setLayout] = useSharedChoice("studio.layout", "bestFit", isLayout);
  const choice: RecordingChoice = { mode, layout, pageUrl };
  return { choice, setMode, setPageUrl, setLayout };
}

/** The service opens the page itself, and takes nothing but these. */
export function isPageUrl(text: string): boolean {
  return URL.canParse(text) && new URL(text).protocol === "https:";
}
