import type { AgoraError } from "@agora-edge/core";
import { useLanguage } from "../language/use-language.ts";
import { ErrorDetails } from "./error-details.tsx";

interface Props {
  error: AgoraError;
  /** What would be tried again; none: the person has to change something first. */
  onRetry?: (() => void) | undefined;
}

/** An error as a person can use it: what happened, why, what to do. Codes are for support, folded. */
export function ErrorCard({ error, onRetry }: Props) {
  const { words, explain } = useLanguage();
  const { title, explanation, action, causes } = explain(error);
  return (
    <section className="error-card" role="alert" data-kind={error.kind}>
      <h3>{title}</h3>
      <p>{explanation}</p>
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
      {onRetry && canRepeat(error) && (
        <button type="button" className="button" onClick={onRetry}>
          {words.retry}
        </button>
      )}
      <ErrorDetails error={error} title={title} />
    </section>
  );
}

/** Whether the same might work now. What has to be mended first fails again. */
function canRepeat({ retry }: AgoraError): boolean {
  return retry.policy !== "none" && retry.policy !== "not-applicable";
}
