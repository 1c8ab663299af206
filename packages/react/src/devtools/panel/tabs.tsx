import { type KeyboardEvent, type ReactNode, useId, useState } from "react";

/** One of several views. */
export interface Tab {
  readonly name: string;
  /** Beside its name. */
  readonly count?: number;
  readonly view: ReactNode;
}

/** Tabs as ARIA has them: arrow keys, Home and End move between them. */
export function Tabs({ tabs, label }: { tabs: readonly Tab[]; label: string }): ReactNode {
  const [chosen, setChosen] = useState(0);
  const id = useId();
  const shown = Math.min(chosen, tabs.length - 1);
  const move = (event: KeyboardEvent<HTMLElement>) => {
    const steps: Readonly<Record<string, number>> = {
      ArrowRight: shown + 1,
      ArrowLeft: shown - 1,
      Home: 0,
      End: tabs.length - 1,
    };
    const to = steps[event.key];
    if (to === undefined) return;
    event.preventDefault();
    const next = (to + tabs.length) % tabs.length;
    setChosen(next);
    const button = event.currentTarget.children[next];
    if (button instanceof HTMLElement) button.focus();
  };
  return (
    <>
      <div role="tablist" aria-label={label} onKeyDown={move}>
        {tabs.map(({ name, count }, index) => (
          <button
            key={name}
            type="button"
            role="tab"
            id={`${id}-${index}`}
            aria-selected={index === shown}
            aria-controls={`${id}-view`}
            tabIndex={index === shown ? 0 : -1}
            onClick={() => setChosen(index)}
          >
            {name}
            {count !== undefined && <small> {count}</small>}
          </button>
        ))}
      </div>
      <div role="tabpanel" id={`${id}-view`} aria-labelledby={`${id}-${shown}`} className="view" tabIndex={0}>
        {tabs[shown]?.view}
      </div>
    </>
  );
}
