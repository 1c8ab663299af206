import { useId } from "react";
import { useLanguage } from "../language/use-language.ts";
import { modes, type RecordingChoice } from "./choice.ts";

interface Props {
  choice: RecordingChoice;
  onChange: (choice: RecordingChoice) => void;
  /** What runs keeps its mode. */
  isLocked: boolean;
}

export function ModePicker({ choice, onChange, isLocked }: Props) {
  const { words } = useLanguage();
  const id = useId();
  return (
    <>
      <fieldset className="choices" disabled={isLocked}>
        <legend>{words.mode}</legend>
        {modes.map((mode) => (
          <label key={mode} className="choice">
            <input
              type="radio"
              name="mode"
              value={mode}
              checked={mode === choice.mode}
              onChange={() => onChange({ ...choice, mode })}
            />
            <span>
              <strong>{words.modes[mode].name}</strong>
              <small>{words.modes[mode].hint}</small>
            </span>
          </label>
        ))}
      </fieldset>
      {choice.mode === "web" && (
        <div className="field">
          <label htmlFor={id}>{words.pageUrl}</label>
          <input
            id={id}
            type="url"
            value={choice.pageUrl}
            readOnly={isLocked}
            onChange={(event) => onChange({ ...choice, pageUrl: event.target.value })}
          />
        </div>
      )}
    </>
  );
}
