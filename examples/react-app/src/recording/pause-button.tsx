import type { RecordingHandle } from "@agora-edge/core";
import { useAgoraClient } from "@agora-edge/react";
import { useEffect, useState } from "react";
import { useLanguage } from "../language/use-language.ts";
import { ActionButton } from "../shared/action-button.tsx";

interface Props {
  handle: RecordingHandle;
  onChange: (onhold: boolean) => Promise<void>;
}

/** Pauses and resumes a recorded page. The service knows whether it is paused: after a reload it is asked. */
export function PauseButton({ handle, onChange }: Props) {
  const { words } = useLanguage();
  const client = useAgoraClient();
  const [isPaused, setPaused] = useState<boolean | null>(null);

  useEffect(() => {
    const gone = new AbortController();
    client.recording.query(handle, { signal: gone.signal }).then(
      ({ serverResponse }) => {
        const page = serverResponse.extensionServiceState?.find((each) => each.serviceName === "web_recorder_service");
        setPaused(page?.payload?.onhold === true);
      },
      // Not known: pausing what is paused does no harm.
      () => {
        if (!gone.signal.aborted) setPaused(false);
      },
    );
    return () => gone.abort();
  }, [client, handle]);

  const change = async () => {
    await onChange(isPaused !== true).then(
      () => setPaused(isPaused !== true),
      // Stands in `error` of the recording.
      () => {},
    );
  };
  return (
    <ActionButton isDisabled={isPaused === null} onClick={change}>
      {isPaused ? words.resume : words.pause}
    </ActionButton>
  );
}
