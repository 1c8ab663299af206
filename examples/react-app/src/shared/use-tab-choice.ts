import { useState } from "react";
import { everyTab, readStored, thisTab, writeStored } from "./stored.ts";

/**
 * A choice of which session a tab shows. Each tab has its own, which a reload finds again; a new tab begins with the last one of
 * any. What runs goes before all of them: it must not run on unseen.
 *
 * @param running the choice under which something runs
 */
export function useTabChoice<T>(
  name: string,
  initial: T,
  isValid: (value: unknown) => value is T,
  running?: () => T | undefined,
): [value: T, set: (value: T) => void] {
  const [value, setValue] = useState(
    () => running?.() ?? readStored(thisTab, name, isValid) ?? readStored(everyTab, name, isValid) ?? initial,
  );
  const set = (next: T) => {
    setValue(next);
    writeStored(thisTab, name, next);
    writeStored(everyTab, name, next);
  };
  return [value, set];
}
