import { useAgoraClient } from "@agora-edge/react";
import { useId } from "react";
import { useLanguage } from "../language/use-language.ts";
import { useTaskChoice } from "./task-choice.ts";
import { AgentTask, BuilderTask } from "./tasks.tsx";

interface Props {
  channel: string;
  /** Told whether anything runs or is held. */
  onActive: (isActive: boolean) => void;
}

/** Captions of a channel: by an agent (v7), or by a task of the family before it, which reserves first. */
export function TranscriptionPanel({ channel, onActive }: Props) {
  const { words } = useLanguage();
  const heading = useId();
  const [choice, setChoice] = useTaskChoice(useAgoraClient(["sttAgents"]).appId, channel);
  const Task = choice.version === "v7" ? AgentTask : BuilderTask;
  return (
    <section className="panel" aria-labelledby={heading}>
      <h2 id={heading}>{words.transcription.title}</h2>
      <Task channel={channel} choice={choice} onChoice={setChoice} onActive={onActive} />
    </section>
  );
}
