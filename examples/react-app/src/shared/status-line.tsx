import type { SessionSnapshot, SessionStatus } from "@agora-edge/core";
import type { ReactNode } from "react";
import { useLanguage } from "../language/use-language.ts";

const tones: Record<SessionStatus, "quiet" | "busy" | "live" | "warning" | "bad"> = {
  idle: "quiet",
  acquiring: "busy",
  acquired: "busy",
  expired: "warning",
  starting: "busy",
  recording: "live",
  transcribing: "live",
  recovering: "warning",
  stopping: "busy",
  stopped: "quiet",
  failed: "bad",
};

interface Props {
  snapshot: Pick<SessionSnapshot, "status" | "ending" | "unsettled" | "isRestoring" | "isPaused">;
  /** What a start whose answer got lost means. */
  unsettledHint: string;
  /** In the place of the usual words. */
  title?: string | undefined;
  explanation?: string | undefined;
  /** Beside it, what ticks: kept out of the live region, which would read it out each second. */
  children?: ReactNode;
}

/** What is going on, in a word and a sentence; read out by screen readers when it changes. */
export function StatusLine({ snapshot, title, unsettledHint, explanation, children }: Props) {
  const { words } = useLanguage();
  const { status, ending, unsettled, isRestoring, isPaused } = snapshot;
  const usual = explanation ?? (ending ? words.endings[ending] : words.explanations[status]);
  const said = unsettled ? unsettledHint : usual;
  return (
    <div className="status-line" data-status={isRestoring ? "restoring" : status} data-tone={tones[status]}>
      <div role="status" className="status-words">
        <p className="status-badge">
          <span className="status-dot" aria-hidden="true" />
          {isRestoring ? words.restoring : (title ?? words.statuses[status])}
        </p>
        <p className="status-explanation">{isPaused ? words.offline : said}</p>
      </div>
      <div className="status-aside">{children}</div>
    </div>
  );
}
