import type { AgoraError, AgoraErrorKind, Explanation } from "@agora-edge/core";
import { useExplanation } from "@agora-edge/react";
import { useLanguage } from "../language/use-language.ts";
import { ErrorDetails } from "./error-details.tsx";

interface Props {
  error: AgoraError;
  /** What would be tried again; none: the person has to change something first. */
  onRetry?: (() => unknown) | undefined;
}

/** What went wrong is in the reason alone. */
const saysMore = new Set<AgoraErrorKind>([
  "proxy-forbidden",
  "proxy-rejected",
  "invalid-parameter",
  "invalid-layout",
  "bad-request",
]);

/** An error as a person can use it: what happened, why, what to do. Codes are for support, folded. */
export function ErrorCard({ error, onRetry }: Props) {
  const { words } = useLanguage();
  const own: Readonly<Partial<Record<string, Partial<Explanation>>>> = words.errors;
  const { title, explanation, action, causes } = { ...useExplanation(error), ...own[error.kind] };
  return (
    <section className="error-card" role="alert" aria-atomic="false" data-kind={error.kind}>
      <h3>{title}</h3>
      <p>{explanation}</p>
      {error.reason && saysMore.has(error.kind) && (
        <p>
          {words.reason}: <q>{error.reason}</q>
        </p>
      )}
      {causes.length > 0 && (
        <>
          <p className="error-label">{words.causes}</p>
          <ul>
            {causes.map((cause) => (
              <li key={cause}>{cause}</li>
            ))}
          </ul>
        </>
      )}
      {action && (
        <>
          <p className="error-label">{words.whatToDo}</p>
          <p>{action}</p>
        </>
      )}
      {onRetry && (
        <button type="button" className="button" onClick={onRetry}>
          {words.retry}
        </button>
      )}
      <ErrorDetails error={error} title={title} />
    </section>
  );
}
