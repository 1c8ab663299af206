import { useLanguage } from "./use-language.ts";
import type { Language } from "./words.ts";

const languages: readonly { value: Language; name: string; tag: string }[] = [
  { value: "en", name: "English", tag: "en" },
  { value: "zh", name: "中文", tag: "zh-CN" },
];

/** Each language in its own words: who cannot read the page has to find theirs. */
export function LanguageSwitch() {
  const { words, chosen, choose } = useLanguage();
  return (
    <fieldset className="segmented">
      <legend className="visually-hidden">{words.language}</legend>
      {languages.map(({ value, name, tag }) => (
        <label key={value} lang={tag}>
          <input type="radio" name="language" value={value} checked={value === chosen} onChange={() => choose(value)} />
          <span>{name}</span>
        </label>
      ))}
    </fieldset>
  );
}
