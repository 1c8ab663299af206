// The five minutes in which a resource ID has to be started.
import { useRecordingSession } from "@agora-edge/react";
import { useLedger } from "../ledger.ts";
import { Button, type ExampleProps, WithClient } from "../parts.tsx";
import { Buttons, Countdown, recordingOptions, viewOf } from "../recording.tsx";
import { Stage } from "../stage.tsx";

function Lease({ world, words, onReset }: ExampleProps) {
  const recording = useRecordingSession(recordingOptions);
  const ledger = useLedger();
  return (
    <Stage world={world} words={words} onReset={onReset} state={viewOf(recording, ledger)}>
      <p className="live-bar">
        <Button onClick={() => void recording.acquire()} disabled={recording.isPending || recording.isActive}>
          {words.acquire}
        </Button>
        <span>
          {words.lease}: <Countdown lease={recording.lease} words={words} />
        </span>
      </p>
      <Buttons recording={recording} words={words} />
    </Stage>
  );
}

export function LeaseExample(props: ExampleProps) {
  return (
    <WithClient world={props.world}>
      <Lease {...props} />
    </WithClient>
  );
}
