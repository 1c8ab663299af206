import { sttKey } from "@agora-edge/core";
import { useAgoraClient, useSttTask } from "@agora-edge/react";
import { useOtherTabs } from "../shared/use-other-tabs.ts";
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
  const options = agentOptions(props.channel, props.choice);
  const stt = useSttTask<"v7">(options);
  useOtherTabs<"sttAgents">(sttKey(useAgoraClient().appId, options), stt, stt.receive);
  return <TaskView {...props} stt={stt} onUpdate={(choice) => stt.update(languageUpdate(choice))} />;
}

export function BuilderTask(props: Props) {
  const options = builderOptions(props.channel, props.choice);
  const stt = useSttTask<"v6">(options);
  useOtherTabs<"sttTasks">(sttKey(useAgoraClient().appId, options), stt, stt.receive);
  return <TaskView {...props} stt={stt} canReserve onUpdate={(choice) => stt.update(languageUpdate(choice))} />;
}
