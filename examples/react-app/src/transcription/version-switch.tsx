import { useLanguage } from "../language/use-language.ts";
import { mostLanguages, type TaskChoice } from "./task-choice.ts";

interface Props {
  choice: TaskChoice;
  onChange: (choice: TaskChoice) => void;
  isLocked: boolean;
}

/** For projects from before v7. */
export function VersionSwitch({ choice, onChange, isLocked }: Props) {
  const { words } = useLanguage();
  const change = (isOld: boolean) => {
    const version = isOld ? "v6" : "v7";
    const most = mostLanguages[version];
    const { spoken, targets } = choice;
    onChange({ version, spoken: spoken.slice(0, most.spoken), targets: targets.slice(0, most.targets) });
  };
  return (
    <label className="switch">
      <input
        type="checkbox"
        role="switch"
        checked={choice.version === "v6"}
        disabled={isLocked}
        onChange={(event) => change(event.target.checked)}
      />
      <span>
        {words.oldVersion}
        <small>{words.oldVersionHint}</small>
      </span>
    </label>
  );
}
