import type { ReactNode } from "react";
import type { Words } from "../words/en.ts";
import { useWords } from "../words/words.ts";

/** What the panel reads of a run. */
interface ShownRun {
  readonly id: string;
  readonly handle: object | null;
  readonly confirmed: boolean;
  readonly endAskedAt: number | null;
  readonly goneAt: number | null;
}

const isRun = (value: unknown): value is ShownRun => typeof value === "object" && value !== null && "id" in value;

/** The runs in the state of a session; one whose code is not loaded yet has none. */
export function runsIn(state: unknown): readonly ShownRun[] {
  const runs: unknown = typeof state === "object" && state !== null && "runs" in state ? state.runs : [];
  return Array.isArray(runs) ? runs.filter(isRun) : [];
}

function stateOf(run: ShownRun, words: Words): string {
  if (run.handle === null) return words.inDoubt;
  const facts = [run.endAskedAt === null ? words.runs : words.shallEnd];
  if (run.confirmed) facts.push(words.confirmed);
  if (run.goneAt !== null) facts.push(words.gone);
  return facts.join(", ");
}

/** The ledger of runs of one session. */
export function Ledger({ state }: { state: unknown }): ReactNode {
  const words = useWords();
  const runs = runsIn(state);
  return (
    <section>
      <h3>{words.ledger}</h3>
      <p className="hint">{words.ledgerHint}</p>
      {runs.length === 0 ? (
        <p>{words.noRuns}</p>
      ) : (
        <table>
          <thead>
            <tr>
              <th scope="col">{words.run}</th>
              <th scope="col">{words.runState}</th>
            </tr>
          </thead>
          <tbody>
            {runs.map((run) => (
              <tr key={run.id}>
                <td>
                  <code title={run.id}>{run.id}</code>
                </td>
                <td>{stateOf(run, words)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
