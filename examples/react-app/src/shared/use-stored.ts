import { useState } from "react";

export const isText = (value: unknown): value is string => typeof value === "string";

/** A choice that a reload and the next tab find again. What is stored and does not pass `isValid` is left out. */
export function useStored<T>(
  name: string,
  initial: T,
  isValid: (value: unknown) => value is T,
): [value: T, set: (value: T) => void] {
  const [value, setValue] = useState(() => read(name, initial, isValid));
  const set = (next: T) => {
    setValue(next);
    try {
      localStorage.setItem(name, JSON.stringify(next));
    } catch {
      // No room or not allowed: the choice lasts as long as the page.
    }
  };
  return [value, set];
}

function read<T>(name: string, initial: T, isValid: (value: unknown) => value is T): T {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(name) ?? "null");
    return isValid(value) ? value : initial;
  } catch {
    return initial;
  }
}
