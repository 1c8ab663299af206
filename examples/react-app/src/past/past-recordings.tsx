import { useId, useState } from "react";
import { useLanguage } from "../language/use-language.ts";
import { ActionButton } from "../shared/action-button.tsx";
import { PastRecordingItem } from "./past-recording-item.tsx";
import { usePastRecordings } from "./use-past-recordings.ts";

interface Props {
  channel: string;
  /** Changes when a recording begins or ends on this page; null at first. */
  news: string | null;
}

/** What was recorded in the channel, by whomever, as the Worker remembers it. */
export function PastRecordings({ channel, news }: Props) {
  const { words } = useLanguage();
  const heading = useId();
  const { recordings, isLoading, hasFailed, refresh } = usePastRecordings(channel, news);
  const [open, setOpen] = useState<string | null>(null);
  return (
    <section className="panel past" aria-labelledby={heading}>
      <div className="past-head">
        <h2 id={heading}>{words.past.title}</h2>
        <ActionButton look="small" onClick={refresh}>
          {words.past.refresh}
        </ActionButton>
      </div>
      {hasFailed && <p role="alert">{words.past.failed}</p>}
      {!hasFailed && !isLoading && recordings.length === 0 && <p className="hint">{words.past.none}</p>}
      <ul className="past-list">
        {recordings.map((recording) => (
          <PastRecordingItem
            key={recording.sid}
            channel={channel}
            recording={recording}
            isOpen={open === recording.sid}
            onToggle={() => setOpen(open === recording.sid ? null : recording.sid)}
          />
        ))}
      </ul>
    </section>
  );
}
