import { useLanguage } from "../language/use-language.ts";
import { modes, type Mode } from "./choice.ts";

interface Props {
  mode: Mode;
  onChange: (mode: Mode) => void;
  /** What runs keeps its mode. */
  isLocked: boolean;
}

export function ModePicker({ mode: chosen, onChange, isLocked }: Props) {
  const { words } = useLanguage();
  return (
    <fieldset className="choices" disabled={isLocked}>
      <legend>{words.mode}</legend>
      {modes.map((mode) => (
        <label key={mode} className="choice">
          <input type="radio" name="mode" value={mode} checked={mode === chosen} onChange={() => onChange(mode)} />
          <span>
            <strong>{words.modes[mode].name}</strong>
            <small>{words.modes[mode].hint}</small>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
