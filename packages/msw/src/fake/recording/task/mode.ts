/** The mode whose rules a task follows; `other` is any other word, for which only the common rules are known. */
export type Mode = "raw" | "individual" | "mix" | "web" | "other";

export function modeOf(word: string): Mode {
  return word === "raw" || word === "individual" || word === "mix" || word === "web" ? word : "other";
}

/** The modes with files of single users. Everybody else's go into one: so those of modes that nobody knows. */
export const isSeparate = (mode: Mode): boolean => mode === "raw" || mode === "individual";

/** Whether a resource that was acquired for a page, or for a channel, is for this mode. Raw does not look at the scene. */
export function fitsScene(mode: Mode, isWeb: boolean): boolean {
  if (mode === "web") return isWeb;
  return !isWeb || mode === "raw" || mode === "other";
}
