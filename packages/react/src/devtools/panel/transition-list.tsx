import { memo, type ReactNode, useState } from "react";
import { describeEffect, describeEvent, isQuiet } from "../log/describe.ts";
import type { TransitionRow } from "../log/log.ts";
import { useWords } from "../words/words.ts";
import { ClockTime } from "./clock-time.tsx";
import { Disclosure } from "./disclosure.tsx";
import { Json } from "./json.tsx";

/** The transitions of one session, the latest first. */
export function TransitionList({ transitions }: { transitions: readonly TransitionRow[] }): ReactNode {
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
          <li key={one.id}>
            <Transition row={one} />
          </li>
        ))}
      </ol>
    </>
  );
}

const Transition = memo(function Transition({ row }: { row: TransitionRow }) {
  const words = useWords();
  const { at, event, effects, before, state } = row;
  const summary = (
    <>
      <ClockTime at={at} /> <code>{describeEvent(event)}</code>{" "}
      {before.status !== state.status && (
        <span className="change">
          {before.status} → <b>{state.status}</b>
        </span>
      )}
      {effects.length > 0 && <span className="hint"> {effects.map(describeEffect).join(" · ")}</span>}
    </>
  );
  return (
    <Disclosure summary={summary}>
      {() => (
        <>
          <h4>{words.event}</h4>
          <Json value={event} label={words.event} />
          {effects.length > 0 && (
            <>
              <h4>{words.effects}</h4>
              <Json value={effects} label={words.effects} />
            </>
          )}
        </>
      )}
    </Disclosure>
  );
});
