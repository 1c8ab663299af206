// Captions of a transcription, with their translation.
import { createCaptionStore } from "@agora-edge/core/captions";
import { useCaptions, useSttTask } from "@agora-edge/react";
import { useEffect, useState } from "react";
import { useLedger } from "../ledger.ts";
import { Button, type ExampleProps, WithClient } from "../parts.tsx";
import { Stage } from "../stage.tsx";
import { room } from "../world.ts";

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
  const ledger = useLedger();
  const { status, startedAt, ending } = task;
  return (
    <Stage
      world={world}
      words={words}
      onReset={onReset}
      state={{ status, startedAt, ending, captions: lines.length, ledger }}
    >
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

export function CaptionsExample(props: ExampleProps) {
  return (
    <WithClient world={props.world}>
      <Captions {...props} />
    </WithClient>
  );
}
