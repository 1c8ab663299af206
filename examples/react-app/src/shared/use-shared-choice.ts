import { useEffect, useState } from "react";
import { everyTab, readStored, writeStored } from "./stored.ts";

/** A choice that is the same in all tabs, at once: what they show together must not differ. */
export function useSharedChoice<T>(
  name: string,
  initial: T,
  isValid: (value: unknown) => value is T,
): [value: T, set: (value: T) => void] {
  const [value, setValue] = useState(() => readStored(everyTab, name, isValid) ?? initial);

  useEffect(() => {
    const follow = ({ key }: StorageEvent) => {
      if (key !== name) return;
      const other = readStored(everyTab, name, isValid);
      if (other !== undefined) setValue(other);
    };
    addEventListener("storage", follow);
    return () => removeEventListener("storage", follow);
  }, [name, isValid]);

  const set = (next: T) => {
    setValue(next);
    writeStored(everyTab, name, next);
  };
  return [value, set];
}
