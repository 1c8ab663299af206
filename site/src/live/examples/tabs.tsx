// Two tabs, which share a storage.
import { useRecordingSession } from "@agora-edge/react";
import { useState } from "react";
import { type ExampleProps, WithClient } from "../parts.tsx";
import { Buttons, recordingOptions } from "../recording.tsx";
import { Stage } from "../stage.tsx";
import { createTabs } from "../tabs.ts";
import type { Words } from "../words.ts";

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

export function TabsExample({ world, words, onReset }: ExampleProps) {
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
