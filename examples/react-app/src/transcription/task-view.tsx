import { retryOf } from "@agora-edge/core";
import type { UseSttTaskResult } from "@agora-edge/react";
import { useEffect } from "react";
import { useLanguage } from "../language/use-language.ts";
import { Elapsed } from "../shared/elapsed.tsx";
import { ErrorCard } from "../shared/error-card.tsx";
import { LeaseCountdown } from "../shared/lease-countdown.tsx";
import { SessionButtons } from "../shared/session-buttons.tsx";
import { StatusLine } from "../shared/status-line.tsx";
import { Captions } from "./captions.tsx";
import { LanguageForm } from "./language-form.tsx";
import type { TaskChoice } from "./task-choice.ts";
import { useCaptionStore } from "./use-caption-store.ts";
import { VersionSwitch } from "./version-switch.tsx";

interface Props {
  channel: string;
  choice: TaskChoice;
  onChoice: (choice: TaskChoice) => void;
  onActive: (isActive: boolean) => void;
  stt: UseSttTaskResult<"v7"> | UseSttTaskResult<"v6">;
  onUpdate: (choice: TaskChoice) => Promise<void>;
  canReserve?: boolean;
}

export function TaskView({ channel, choice, onChoice, onActive, stt, onUpdate, canReserve = false }: Props) {
  const { words } = useLanguage();
  const { status, isActive, isPending, startedAt, error } = stt;
  const isHeld = isActive || isPending || status === "acquired";
  const isLive = status === "transcribing" || status === "recovering";
  const captions = useCaptionStore(channel, isActive, startedAt);

  useEffect(() => onActive(isHeld), [onActive, isHeld]);

  return (
    <>
      <StatusLine snapshot={stt} unsettledHint={words.transcription.unsettled}>
        {status === "acquired" && <LeaseCountdown session={stt} />}
        {isLive && <Elapsed since={startedAt} />}
      </StatusLine>
      <SessionButtons session={stt} words={words.transcription} canReserve={canReserve} />
      {error && <ErrorCard error={error} onRetry={retryOf(stt)} />}
      <LanguageForm
        key={choice.version}
        choice={choice}
        isLive={isLive}
        isLocked={isHeld && !isLive && status !== "acquired"}
        onChange={onChoice}
        onUpdate={async (next) => {
          await onUpdate(next);
          onChoice(next);
        }}
      />
      <Captions store={captions} isLive={isLive} />
      <VersionSwitch choice={choice} onChange={onChoice} isLocked={isHeld} />
    </>
  );
}
