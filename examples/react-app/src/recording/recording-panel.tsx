import { retryOf } from "@agora-edge/core";
import { useAgoraClient, useLastRecording, useRecordingSession } from "@agora-edge/react";
import { useEffect, useId } from "react";
import { useLanguage } from "../language/use-language.ts";
import { ActionButton } from "../shared/action-button.tsx";
import { Elapsed } from "../shared/elapsed.tsx";
import { ErrorCard } from "../shared/error-card.tsx";
import { LeaseCountdown } from "../shared/lease-countdown.tsx";
import { SessionButtons } from "../shared/session-buttons.tsx";
import { StatusLine } from "../shared/status-line.tsx";
import { isPageUrl, useRecordingChoice } from "./choice.ts";
import { FileList } from "./file-list.tsx";
import { LayoutPicker } from "./layout-picker.tsx";
import { ModePicker } from "./mode-picker.tsx";
import { PageField } from "./page-field.tsx";
import { recordingOptions } from "./recording-options.ts";
import { fileUrl } from "./recording-urls.ts";
import { UploadSteps } from "./upload-steps.tsx";
import { useNotices } from "./use-notices.ts";
import { usePause } from "./use-pause.ts";

interface Props {
  channel: string;
  /** Told whether anything runs or is held. */
  onActive: (isActive: boolean) => void;
  /** Told when the list of what was recorded is another one. */
  onNews: (news: string) => void;
}

export function RecordingPanel({ channel, onActive, onNews }: Props) {
  const { words, nameState } = useLanguage();
  const heading = useId();
  const { appId } = useAgoraClient(["recording"]);
  const { choice, setMode, setPageUrl, setLayout } = useRecordingChoice(appId, channel);
  const options = recordingOptions(channel, choice);
  const recording = useRecordingSession(options);
  const { status, isActive, isPending, handle, receive, startedAt, error, upload, ending } = recording;
  const isHeld = isActive || isPending || status === "acquired";
  const isLive = status === "recording" || status === "recovering";
  const pause = usePause(handle, isLive, recording.update);
  const { last, forget } = useLastRecording(options);
  const { sid = "" } = handle ?? last?.handle ?? {};

  useNotices(handle === null && recording.unsettled === null ? null : channel, receive);
  useEffect(() => onActive(isHeld), [onActive, isHeld]);
  const news = `${sid} ${isActive} ${upload}`;
  useEffect(() => onNews(news), [onNews, news]);

  const clear = () => {
    void recording.reset();
    forget();
  };
  const uploaded = upload === null ? undefined : nameState("recording.upload", upload);
  const over = ending && uploaded ? `${words.endings[ending]} (${uploaded})` : undefined;
  return (
    <section className="panel" aria-labelledby={heading}>
      <h2 id={heading}>{words.recording.title}</h2>
      <StatusLine
        snapshot={recording}
        unsettledHint={words.recording.unsettled}
        title={pause.isPaused ? words.paused : undefined}
        explanation={pause.isPaused ? words.pausedHint : over}
      >
        {status === "acquired" && <LeaseCountdown session={recording} />}
        {isLive && <Elapsed since={startedAt} />}
      </StatusLine>
      <SessionButtons
        session={{ ...recording, reset: clear }}
        words={words.recording}
        canReserve
        isBlocked={choice.mode === "web" && !isPageUrl(choice.pageUrl)}
      >
        {choice.mode === "web" && isLive && (
          <ActionButton look="small" isDisabled={pause.isBusy} onClick={pause.toggle}>
            {pause.isPaused ? words.resume : words.pause}
          </ActionButton>
        )}
      </SessionButtons>
      {error && <ErrorCard error={error} onRetry={retryOf(recording)} />}
      <ModePicker mode={choice.mode} onChange={setMode} isLocked={isHeld} />
      {choice.mode === "web" && <PageField url={choice.pageUrl} onChange={setPageUrl} isLocked={isHeld} />}
      {choice.mode === "mix" && (
        <LayoutPicker
          layout={choice.layout}
          isLocked={isHeld && !isLive && status !== "acquired"}
          onChange={async (layout, request) => {
            if (isLive) await recording.updateLayout(request);
            setLayout(layout);
          }}
        />
      )}
      <UploadSteps snapshot={recording} />
      <FileList
        files={status === "idle" ? (last?.files ?? []) : recording.files}
        isLive={isLive}
        urlOf={(fileName) => fileUrl(channel, sid, fileName)}
      />
    </section>
  );
}
