import type { RecordingHandle, UpdateWebRequest } from "@agora-edge/core";
import { useAgoraClient } from "@agora-edge/react";
import { useEffect, useState } from "react";

/** Whether a recorded page is paused. The service knows: it is asked after a reload, and when another tab may have changed it. */
export function usePause(
  handle: RecordingHandle | null,
  isLive: boolean,
  update: (request: UpdateWebRequest) => Promise<void>,
) {
  const client = useAgoraClient(["recording"]);
  const [isPaused, setPaused] = useState<boolean | null>(null);
  const [isSending, setSending] = useState(false);

  useEffect(() => {
    if (handle?.mode !== "web" || !isLive) return;
    const gone = new AbortController();
    const { signal } = gone;
    const look = () => {
      if (document.visibilityState === "hidden") return;
      client.recording.query(handle, { signal }).then(
        ({ serverResponse }) => {
          const services = serverResponse.extensionServiceState ?? [];
          const page = services.find(({ serviceName }) => serviceName === "web_recorder_service");
          setPaused(page?.payload?.onhold === true);
        },
        // Not known: pausing what is paused does no harm.
        () => {
          if (!signal.aborted) setPaused((known) => known ?? false);
        },
      );
    };
    look();
    document.addEventListener("visibilitychange", look, { signal });
    return () => gone.abort();
  }, [client, handle, isLive]);

  const toggle = async () => {
    const onhold = isPaused !== true;
    setSending(true);
    await update({ webRecordingConfig: { onhold } }).then(
      () => setPaused(onhold),
      // Stands in `error` of the recording.
      () => {},
    );
    setSending(false);
  };
  return { isPaused: isLive && isPaused === true, isBusy: isPaused === null || isSending, toggle };
}
