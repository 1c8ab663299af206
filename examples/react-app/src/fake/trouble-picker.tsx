import { useState } from "react";
import type { StripWords } from "./strip-words.ts";

interface Props {
  words: StripWords;
  /** @param fault what the fake's `use` takes */
  onPick: (what: string, fault: string) => void;
}

/** A situation for the requests to come. */
export function TroublePicker({ words, onPick }: Props) {
  const situations: Readonly<Record<string, string>> = words.situations;
  const [fault, setFault] = useState(Object.keys(situations)[0] ?? "");
  return (
    <>
      <select aria-label={words.next} value={fault} onChange={(event) => setFault(event.target.value)}>
        {Object.entries(situations).map(([name, text]) => (
          <option key={name} value={name}>
            {text}
          </option>
        ))}
      </select>
      <button type="button" onClick={() => onPick(situations[fault] ?? fault, fault)}>
        {words.arrange}
      </button>
    </>
  );
}
