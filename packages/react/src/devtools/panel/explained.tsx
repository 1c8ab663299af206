import type { ReactNode } from "react";
import { useExplanation } from "../../explanation/use-explanation.ts";
import { useWords } from "../words/words.ts";

/** An error in words: what happened, why, what to do. */
export function Explained({ error }: { error: Error & { readonly kind?: string } }): ReactNode {
  const words = useWords();
  const { title, explanation, action, causes, docs } = useExplanation(error);
  return (
    <div className="error">
      <p>
        <b>{title}</b> {error.kind && <code>{error.kind}</code>}
      </p>
      <p>{explanation}</p>
      {action && (
        <p>
          <b>{words.whatToDo}:</b> {action}
        </p>
      )}
      {causes.length > 0 && (
        <>
          <p>
            <b>{words.causes}:</b>
          </p>
          <ul>
            {causes.map((cause) => (
              <li key={cause}>{cause}</li>
            ))}
          </ul>
        </>
      )}
      {docs && (
        <a href={docs} target="_blank" rel="noreferrer">
          {docs}
        </a>
      )}
    </div>
  );
}
