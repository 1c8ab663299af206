import type { RecordingMode } from "./types/mode.ts";

/**
 * R9: whether what was acquired with this scene can be started in this mode. The scene is without effect in `raw`, and of
 * modes that are not documented it is not known.
 */
export function fitsScene(mode: unknown, scene: number | undefined): boolean {
  if (mode === "web") return scene === 1;
  return scene !== 1 || (mode !== "mix" && mode !== "individual");
}

/** What acquire has to be told for a mode. */
export function sceneOf(mode: RecordingMode): { scene?: 1 } {
  return mode === "web" ? { scene: 1 } : {};
}
