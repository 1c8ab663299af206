import { recordingKey } from "@agora-edge/core";
import { useAgoraClient, useRecordingSession } from "@agora-edge/react";
import { useEffect, useId } from "react";
import { useLanguage } from "../language/use-language.ts";
import { Elapsed } from "../shared/elapsed.tsx";
import { ErrorCard } from "../shared/error-card.tsx";
import { LeaseCountdown } from "../shared/lease-countdown.tsx";
import { retryOf } from "../shared/retry-of.ts";
import { StatusLine } from "../shared/status-line.tsx";
import { useOtherTabs } from "../shared/use-other-tabs.ts";
import { useStored } from "../shared/use-stored.ts";
import { firstChoice, isChoice } from "./choice.ts";
import { FileList } from "./file-list.tsx";
import { LayoutPicker } from "./layout-picker.tsx";

import { ModePicker } from "./mode-picker.tsx";
import { PauseButton } from "./pause-button.tsx";
import { recordingOptions } from "./recording-options.ts";
import { SessionButtons } from "../shared/session-buttons.tsx";
import { UploadSteps } from "./upload-steps.tsx";
import { useNotices } from "./use-notices.ts";

interface Props {
  channel: string;
  /** Told whether anything runs or is held. */
  onActive: (isActive: boolean) => void;
}

export function RecordingPanel({ channel, onActive }: Props) {
  const { words, nameState } = useLanguage();
  const heading = useId();
  const [choice, setChoice] = useStored("studio.recording", firstChoice, isChoice);
  const options = recordingOptions(channel, choice);
  const recording = useRecordingSession(options);
  const { status, isActive, isPending, handle, receive, startedAt, error } = recording;
  const isHeld = isActive || isPending;
  const isLive = status === "recording" || status === "recovering";

  useNotices(handle === null && recording.unsettled === null ? null : channel, receive);
  useOtherTabs<"recording">(recordingKey(useAgoraClient().appId, options), recording, receive);
  useEffect(() => onActive(isHeld), [onActive, isHeld]);

  return (
    <section className="panel" aria-labelledby={heading}>
      <h2 id={heading}>{words.recording.title}</h2>
      <StatusLine
        snapshot={recording}
        explanation={
          status === "stopped" && recording.upload ? nameState("recording.upload", recording.upload) : undefined
        }
      >
        {status === "acquired" && <LeaseCountdown lease={recording.lease} />}
        {isLive && startedAt !== null && <Elapsed since={startedAt} />}
      </StatusLine>
      <SessionButtons session={recording} words={words.recording} canReserve>
        {choice.mode === "web" && handle && isLive && (
          <PauseButton handle={handle} onChange={(onhold) => recording.update({ webRecordingConfig: { onhold } })} />
        )}
      </SessionButtons>
      {error && <ErrorCard error={error} onRetry={retryOf(error, recording)} />}
      <ModePicker choice={choice} onChange={setChoice} isLocked={isHeld} />
      {choice.mode === "mix" && (
        <LayoutPicker
          layout={choice.layout}
          isLocked={isHeld && !isLive}
          onChange={async (layout, request) => {
            if (isLive) await recording.updateLayout(request);
            setChoice({ ...choice, layout });
          }}
        />
      )}
      <UploadSteps snapshot={recording} />
      <FileList files={recording.files} isLive={isLive} />
    </section>
  );
}
