import { sttKey } from "@agora-edge/core";
import { isText } from "../shared/stored.ts";
import { useSharedChoice } from "../shared/use-shared-choice.ts";
import { useTabChoice } from "../shared/use-tab-choice.ts";
import { agentOptions, builderOptions } from "./task-options.ts";
import type { Languages } from "./task-requests.ts";

type Version = "v7" | "v6";

/** What a person chooses about a transcription. */
export interface TaskChoice extends Languages {
  readonly version: Version;
}

/** How many languages a request takes. */
export const mostLanguages: Record<Version, { readonly spoken: number; readonly targets: number }> = {
  v7: { spoken: 4, targets: 10 },
  v6: { spoken: 4, targets: 5 },
};

const versions: readonly Version[] = ["v7", "v6"];
const isVersion = (value: unknown): value is Version => versions.some((version) => version === value);

const isTexts = (value: unknown): value is string[] => Array.isArray(value) && value.every(isText);

function isLanguages(value: unknown): value is Languages {
  if (typeof value !== "object" || value === null) return false;
  const { spoken, targets }: Partial<Record<string, unknown>> = { ...value };
  return isTexts(spoken) && spoken.length > 0 && isTexts(targets);
}

const english: Languages = { spoken: ["en-US"], targets: [] };

const keyOf = (appId: string, version: Version, channel: string) =>
  sttKey(appId, version === "v7" ? agentOptions(channel, english) : builderOptions(channel, english));

/** The choice for a channel: what runs there, else what was chosen last. */
export function useTaskChoice(appId: string, channel: string): [TaskChoice, (choice: TaskChoice) => void] {
  const isRunning = (version: Version) => localStorage.getItem(keyOf(appId, version, channel)) !== null;
  const [version, setVersion] = useTabChoice("studio.version", "v7", isVersion, () => versions.find(isRunning));
  const [languages, setLanguages] = useSharedChoice("studio.languages", english, isLanguages);
  const choose = (next: TaskChoice) => {
    setVersion(next.version);
    setLanguages({ spoken: next.spoken, targets: next.targets });
  };
  return [{ version, ...languages }, choose];
}
