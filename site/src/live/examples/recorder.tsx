// A recording, with buttons for what can go wrong.
import { useRecordingSession } from "@agora-edge/react";
import { type ReactNode, useState } from "react";
import { useLedger } from "../ledger.ts";
import { Button, type ExampleProps, WithClient } from "../parts.tsx";
import { Buttons, Explanation, Files, recordingOptions, viewOf } from "../recording.tsx";
import { Stage } from "../stage.tsx";

/** A recording with the troubles that an example is about. */
function Recorder({ troubles, ...props }: ExampleProps & { troubles: readonly Trouble[] }) {
  const { world, words, language, errors, onReset } = props;
  const recording = useRecordingSession(recordingOptions);
  const ledger = useLedger();
  const [isLosing, setLosing] = useState(false);
  const sid = recording.handle?.sid;
  const isRunning = recording.status === "recording";
  const buttons: Record<Trouble, ReactNode> = {
    loseAnswer: (
      <Button
        onClick={() => {
          world.fake.fail("recording.start", { network: true, tookEffect: true });
          setLosing(true);
        }}
      >
        {words.loseAnswer}
      </Button>
    ),
    failover: (
      <Button disabled={!isRunning} onClick={() => sid && world.fake.failover(sid, { seconds: 60 })}>
        {words.failover}
      </Button>
    ),
    crash: (
      <Button disabled={!isRunning} onClick={() => sid && world.fake.crash(sid)}>
        {words.crash}
      </Button>
    ),
  };
  return (
    <Stage
      world={world}
      words={words}
      onReset={onReset}
      state={viewOf(recording, ledger)}
      troubles={troubles.map((trouble) => (
        <span key={trouble}>{buttons[trouble]}</span>
      ))}
    >
      <Buttons recording={recording} words={words} />
      {isLosing && recording.status === "idle" && <p>{words.lost}</p>}
      <Files recording={recording} words={words} />
      <Explanation error={recording.error} language={language} words={words} errors={errors} />
    </Stage>
  );
}

type Trouble = "loseAnswer" | "failover" | "crash";

const recorderWith = (...troubles: readonly Trouble[]) =>
  function RecorderExample(props: ExampleProps) {
    return (
      <WithClient world={props.world}>
        <Recorder {...props} troubles={troubles} />
      </WithClient>
    );
  };

export const RecordingExample = recorderWith("loseAnswer", "failover", "crash");
export const LostAnswerExample = recorderWith("loseAnswer");
export const FailoverExample = recorderWith("failover", "crash");
