import { languageName } from "@agora-edge/core";
import { useId, useMemo, useRef } from "react";
import { useLanguage } from "../language/use-language.ts";

interface Props {
  label: string;
  /** What there is to choose from. */
  codes: readonly string[];
  chosen: readonly string[];
  least: number;
  most: number;
  onChange: (chosen: readonly string[]) => void;
}

/** Chosen languages as chips, the others in a list below them, under names in the language of the page. */
export function LanguagePicker({ label, codes, chosen, least, most, onChange }: Props) {
  const { words, tag } = useLanguage();
  const id = useId();
  const select = useRef<HTMLSelectElement>(null);
  const remove = (code: string) => {
    onChange(chosen.filter((each) => each !== code));
    // The button goes; the focus stays in the field.
    select.current?.focus();
  };
  const nameOf = useMemo(() => namesIn(tag), [tag]);
  const others = useMemo(
    () =>
      codes
        .filter((code) => !chosen.includes(code))
        .map((code) => ({ code, name: nameOf(code) }))
        .toSorted((a, b) => a.name.localeCompare(b.name, tag)),
    [codes, chosen, nameOf, tag],
  );
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <ul className="chips">
        {chosen.map((code) => (
          <li key={code}>
            {nameOf(code)}
            {chosen.length > least && (
              <button type="button" aria-label={words.remove(nameOf(code))} onClick={() => remove(code)}>
                ×
              </button>
            )}
          </li>
        ))}
      </ul>
      <select
        ref={select}
        id={id}
        value=""
        disabled={chosen.length >= most}
        onChange={(event) => onChange([...chosen, event.target.value])}
      >
        <option value="" disabled>
          {chosen.length >= most ? words.noMore(most) : words.add}
        </option>
        {others.map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </select>
    </div>
  );
}

function namesIn(tag: string): (code: string) => string {
  const names = new Intl.DisplayNames(tag, { type: "language", fallback: "none", languageDisplay: "standard" });
  return (code) => {
    try {
      return names.of(code) ?? languageName(code) ?? code;
    } catch {
      // Some codes of the service are no language tags.
      return languageName(code) ?? code;
    }
  };
}
