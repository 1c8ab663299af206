import type { RecordingMode } from "@agora-edge/core";
import { layouts, type LayoutName } from "./layouts.ts";

/** What a person chooses about a recording. */
export interface RecordingChoice {
  readonly mode: RecordingMode;
  readonly layout: LayoutName;
  /** The page to record, in mode `web`. */
  readonly pageUrl: string;
}

export const firstChoice: RecordingChoice = { mode: "mix", layout: "bestFit", pageUrl: "https://example.com/stage" };

export const modes = ["mix", "individual", "web"] as const satisfies readonly RecordingMode[];

export function isChoice(value: unknown): value is RecordingChoice {
  if (typeof value !== "object" || value === null) return false;
  const { mode, layout, pageUrl }: Partial<Record<string, unknown>> = { ...value };
  return (
    modes.some((each) => each === mode) &&
    typeof layout === "string" &&
    Object.hasOwn(layouts, layout) &&
    typeof pageUrl === "string"
  );
}
