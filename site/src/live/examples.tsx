// The examples: each is a session of @agora-edge/react on a service of its own.
import { createCaptionStore } from "@agora-edge/core/captions";
import { faultKinds } from "@agora-edge/msw/fake";
import { AgoraProvider, useCaptions, useRecordingSession, useSttTask } from "@agora-edge/react";
import { type ReactNode, useEffect, useMemo, useState } from "react";
import type { Language } from "../../stage/page.ts";
import { Buttons, Countdown, Explanation, Files, recordingOptions, viewOf } from "./recorder.tsx";
import { Stage } from "./stage.tsx";
import { createTabs } from "./tabs.ts";
import type { Words } from "./words.ts";
import { room, type World } from "./world.ts";

export interface ExampleProps {
  readonly world: World;
  readonly words: Words;
  readonly language: Language;
  readonly errors: string;
  readonly onReset: () => void;
}

const Button = ({ onClick, children, disabled }: { onClick: () => void; children: ReactNode; disabled?: boolean }) => (
  <button type="button" onClick={onClick} disabled={disabled}>
    {children}
  </button>
);

function WithClient({ world, children }: { world: World; children: ReactNode }) {
  const client = useMemo(() => world.createClient(), [world]);
  return <AgoraProvider client={client}>{children}</AgoraProvider>;
}

/** A recording with the troubles that an example is about. */
function Recorder({ troubles, ...props }: ExampleProps & { troubles: readonly Trouble[] }) {
  const { world, words, language, errors, onReset } = props;
  const recording = useRecordingSession(recordingOptions);
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
      state={viewOf(recording)}
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

function Lease({ world, words, onReset }: ExampleProps) {
  const recording = useRecordingSession(recordingOptions);
  return (
    <Stage world={world} words={words} onReset={onReset} state={viewOf(recording)}>
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

function LeaseExample(props: ExampleProps) {
  return (
    <WithClient world={props.world}>
      <Lease {...props} />
    </WithClient>
  );
}

type TabStorage = ReturnType<typeof createTabs>[number];

function Tab({ storage, name, words }: { storage: TabStorage; name: string; words: Words }) {
  const recording = useRecordingSession({ ...recordingOptions, storage });
  return (
    <fieldset>
      <legend>{name}</legend>
      <Buttons recording={recording} words={words} />
    </fieldset>
  );
}

function TabsExample({ world, words, onReset }: ExampleProps) {
  const [tabs] = useState(() => createTabs(2));
  return (
    <Stage world={world} words={words} onReset={onReset} state={world.fake.recordings}>
      <div className="live-tabs">
        {tabs.map((storage, index) => (
          <WithClient key={index} world={world}>
            <Tab storage={storage} name={`${words.tab} ${index + 1}`} words={words} />
          </WithClient>
        ))}
      </div>
    </Stage>
  );
}

const dialogue = [
  { uid: "1001", text: ["Hello, ", "how are you?"], translations: { "zh-CN": "你好，最近怎么样？" } },
  {
    uid: "1001",
    text: ["This is what ", "a transcription looks like."],
    translations: { "zh-CN": "转写的结果就是这样。" },
    after: 1500,
  },
];

function Captions({ world, words, onReset }: ExampleProps) {
  const [captions] = useState(() => createCaptionStore({ pubBotUid: "47091" }));
  const task = useSttTask({
    version: "v7",
    request: {
      name: "captions-1",
      languages: ["en-US"],
      rtcConfig: { channelName: room, pubBotUid: "47091" },
      translateConfig: { languages: [{ source: "en-US", target: ["zh-CN"] }] },
    },
  });
  const { lines } = useCaptions(captions);
  useEffect(() => world.fake.captions(room).onCaption((data, uid) => captions.push(data, uid)), [world, captions]);
  const { status, startedAt, ending } = task;
  return (
    <Stage world={world} words={words} onReset={onReset} state={{ status, startedAt, ending, captions: lines.length }}>
      <p className="live-bar">
        <Button onClick={() => void task.start()} disabled={task.isPending || task.isActive}>
          {words.transcribe}
        </Button>
        <Button onClick={() => void task.stop()} disabled={!task.isActive}>
          {words.stop}
        </Button>
        <Button onClick={() => void world.fake.captions(room).play(dialogue)} disabled={status !== "transcribing"}>
          {words.speak}
        </Button>
        <span role="status" data-status={status}>
          {status}
        </span>
      </p>
      <ul aria-live="polite">
        {lines.map((line) => (
          <li key={line.id} data-final={line.isFinal}>
            <b>{line.uid}</b> {line.text}
            {Object.values(line.translations).map(({ language, text }) => (
              <p key={language} lang={language}>
                {text}
              </p>
            ))}
          </li>
        ))}
      </ul>
    </Stage>
  );
}

function CaptionsExample(props: ExampleProps) {
  return (
    <WithClient world={props.world}>
      <Captions {...props} />
    </WithClient>
  );
}

const startKinds = faultKinds("recording.start");

function Refused({ world, words, language, errors, onReset }: ExampleProps) {
  const recording = useRecordingSession(recordingOptions);
  const [kind, setKind] = useState(startKinds.find((one) => one === "invalid-credentials") ?? startKinds[0]);
  const choose = (value: string) => setKind(startKinds.find((one) => one === value));
  const record = () => {
    if (kind) world.fake.fail("recording.start", { kind, times: 5 });
    void recording.start();
  };
  return (
    <Stage world={world} words={words} onReset={onReset} state={viewOf(recording)}>
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

function RefusedExample(props: ExampleProps) {
  return (
    <WithClient world={props.world}>
      <Refused {...props} />
    </WithClient>
  );
}

/** By the names that pages use. */
export const examples = {
  recording: recorderWith("loseAnswer", "failover", "crash"),
  lease: LeaseExample,
  "lost-answer": recorderWith("loseAnswer"),
  failover: recorderWith("failover", "crash"),
  tabs: TabsExample,
  captions: CaptionsExample,
  errors: RefusedExample,
} as const;
