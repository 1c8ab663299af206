import { localStorageAdapter, sttKey, type SttAgentTaskOptions, type SttBuilderTaskOptions } from "@agora-edge/core";
import { useAgoraClient, useSttTask } from "@agora-edge/react";
import { useOtherTabs } from "../shared/use-other-tabs.ts";
import type { TaskChoice } from "./task-choice.ts";
import { agentRequest, builderRequest, languageUpdate } from "./task-requests.ts";
import { TaskView } from "./task-view.tsx";

interface Props {
  channel: string;
  choice: TaskChoice;
  onChoice: (choice: TaskChoice) => void;
  onActive: (isActive: boolean) => void;
}

export function AgentTask(props: Props) {
  const options: SttAgentTaskOptions = {
    version: "v7",
    request: agentRequest(props.channel, props.choice),
    storage: localStorageAdapter,
  };
  const stt = useSttTask<"v7">(options);
  useOtherTabs<"sttAgents">(sttKey(useAgoraClient().appId, options), stt, stt.receive);
  return <TaskView {...props} stt={stt} onUpdate={(choice) => stt.update(languageUpdate(choice))} />;
}

export function BuilderTask(props: Props) {
  const options: SttBuilderTaskOptions<"v6"> = {
    version: "v6",
    instanceId: props.channel,
    request: builderRequest(props.channel, props.choice),
    storage: localStorageAdapter,
  };
  const stt = useSttTask<"v6">(options);
  useOtherTabs<"sttTasks">(sttKey(useAgoraClient().appId, options), stt, stt.receive);
  return <TaskView {...props} stt={stt} canReserve onUpdate={(choice) => stt.update(languageUpdate(choice))} />;
}
