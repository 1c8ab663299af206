import { styleText } from "node:util";

type Format = Parameters<typeof styleText>[0];

/** Marks up text for a terminal; without colors it leaves it as it is. */
export type Style = (format: Format, text: string) => string;

export const createStyle =
  (hasColors: boolean): Style =>
  (format, text) =>
    hasColors ? styleText(format, text, { validateStream: false }) : text;

/** NO_COLOR (no-color.org) goes before FORCE_COLOR, and both before what the terminal can do. */
export function wantsColors(env: Readonly<Record<string, string | undefined>>, isTerminal: boolean): boolean {
  if (env.NO_COLOR) return false;
  if (env.FORCE_COLOR) return env.FORCE_COLOR !== "0";
  return isTerminal && env.TERM !== "dumb";
}
