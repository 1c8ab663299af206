import { useSttTask } from "@agora-edge/react";
import type { TaskChoice } from "./task-choice.ts";
import { agentOptions, builderOptions } from "./task-options.ts";
import { languageUpdate } from "./task-requests.ts";
import { TaskView } from "./task-view.tsx";

interface Props {
  channel: string;
  choice: TaskChoice;
  onChoice: (choice: TaskChoice) => void;
  onActive: (isActive: boolean) => void;
}

export function AgentTask(props: Props) {
  const stt = useSttTask<"v7">(agentOptions(props.channel, props.choice));
  return <TaskView {...props} stt={stt} onUpdate={(choice) => stt.update(languageUpdate(choice))} />;
}

export function BuilderTask(props: Props) {
  const stt = useSttTask<"v6">(builderOptions(props.channel, props.choice));
  return <TaskView {...props} stt={stt} canReserve onUpdate={(choice) => stt.update(languageUpdate(choice))} />;
}
