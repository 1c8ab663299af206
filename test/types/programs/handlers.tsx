// Commands of both services where handlers are wanted, in which `no-misused-promises` allows no promise.
import { useRecordingSession, useSttTask } from "@agora-edge/react";
import { type ReactNode, useEffect } from "react";

declare const clientRequest: { storageConfig: { vendor: 1; region: 0; bucket: "b"; accessKey: "a"; secretKey: "s" } };
declare function Menu(props: { onOpen: () => void; onPick: (value: string) => void }): ReactNode;

const rtcConfig = { channelName: "room-1", pubBotUid: "2000" };

export function Room(): ReactNode {
  const recording = useRecordingSession({ cname: "room-1", uid: "900001", mode: "mix", clientRequest });
  const { start, stop, isActive } = useSttTask({
    version: "v7",
    request: { name: "room-1", languages: ["en-US"], rtcConfig },
  });
  const task = useSttTask({
    version: "v6",
    request: { languages: ["en-US"], rtcConfig: { ...rtcConfig, subBotUid: "1000" } },
  });
  useEffect(() => {
    const timer = setInterval(recording.query, 60_000);
    return () => clearInterval(timer);
  }, [recording.query]);
  return (
    <>
      <button onClick={recording.start}>Record</button>
      <button onClick={recording.isActive ? recording.stop : recording.start}>Toggle</button>
      <button onClick={recording.acquire} onFocus={recording.whenRunning} onBlur={recording.reset} />
      <button onClick={isActive ? stop : start}>Captions</button>
      <button onClick={task.acquire} onFocus={task.start} onBlur={task.stop} />
      <Menu onOpen={recording.query} onPick={recording.start} />
    </>
  );
}

export async function startBoth(
  recording: ReturnType<typeof useRecordingSession<"mix">>,
  stt: ReturnType<typeof useSttTask<"v7">>,
): Promise<readonly string[]> {
  const [{ sid }, { agentId }] = await Promise.all([recording.start(), stt.start()]);
  return [sid, agentId];
}
