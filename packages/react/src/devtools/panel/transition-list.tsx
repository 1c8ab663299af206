import type { InspectedTransition } from "@agora-edge/core/inspect";
import { type ReactNode, useState } from "react";
import { describeEffect, describeEvent, isQuiet } from "../log/describe.ts";
import { useWords } from "../words/words.ts";
import { ClockTime } from "./clock-time.tsx";
import { Json } from "./json.tsx";

/** The transitions of one session, the latest first. */
export function TransitionList({ transitions }: { transitions: readonly InspectedTransition[] }): ReactNode {
  const words = useWords();
  const [isAll, setAll] = useState(false);
  const shown = transitions.filter((one) => isAll || !isQuiet(one)).toReversed();
  return (
    <>
      <label className="check">
        <input type="checkbox" checked={isAll} onChange={(event) => setAll(event.target.checked)} /> {words.quiet}
      </label>
      {shown.length === 0 && <p>{words.noTransitions}</p>}
      <ol>
        {shown.map((one) => (
          <li key={transitions.length - transitions.indexOf(one)}>
            <TransitionRow transition={one} />
          </li>
        ))}
      </ol>
    </>
  );
}

function TransitionRow({ transition }: { transition: InspectedTransition }): ReactNode {
  const words = useWords();
  const { at, event, effects, before, state } = transition;
  const isChange = before.status !== state.status;
  return (
    <details>
      <summary>
        <ClockTime at={at} /> <code>{describeEvent(event)}</code>{" "}
        {isChange && (
          <span className="change">
            {before.status} → <b>{state.status}</b>
          </span>
        )}
        {effects.length > 0 && <span className="hint"> {effects.map(describeEffect).join(" · ")}</span>}
      </summary>
      <h4>{words.event}</h4>
      <Json value={event} label={words.event} />
      {effects.length > 0 && (
        <>
          <h4>{words.effects}</h4>
          <Json value={effects} label={words.effects} />
        </>
      )}
    </details>
  );
}
