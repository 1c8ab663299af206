// A start that is refused, and what explainError says of it.
import { faultKinds } from "@agora-edge/msw/fake";
import { useRecordingSession } from "@agora-edge/react";
import { useState } from "react";
import { useLedger } from "../ledger.ts";
import { Button, type ExampleProps, WithClient } from "../parts.tsx";
import { Explanation, recordingOptions, viewOf } from "../recording.tsx";
import { Stage } from "../stage.tsx";

const startKinds = faultKinds("recording.start");

function Refused({ world, words, language, errors, onReset }: ExampleProps) {
  const recording = useRecordingSession(recordingOptions);
  const ledger = useLedger();
  const [kind, setKind] = useState(startKinds.find((one) => one === "invalid-credentials") ?? startKinds[0]);
  const choose = (value: string) => setKind(startKinds.find((one) => one === value));
  const record = () => {
    if (kind) world.fake.fail("recording.start", { kind, times: 5 });
    void recording.start();
  };
  return (
    <Stage world={world} words={words} onReset={onReset} state={viewOf(recording, ledger)}>
      <p className="live-bar">
        <label>
          {words.refuse}{" "}
          <select value={kind} onChange={(event) => choose(event.target.value)}>
            {startKinds.map((one) => (
              <option key={one}>{one}</option>
            ))}
          </select>
        </label>
        <Button onClick={record} disabled={recording.isPending || recording.isActive}>
          {words.record}
        </Button>
        <span role="status" data-status={recording.status}>
          {recording.status}
        </span>
      </p>
      <Explanation error={recording.error} language={language} words={words} errors={errors} />
    </Stage>
  );
}

export function RefusedExample(props: ExampleProps) {
  return (
    <WithClient world={props.world}>
      <Refused {...props} />
    </WithClient>
  );
}
