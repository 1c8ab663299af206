import { useEffect } from "react";
import { useLanguage } from "../language/use-language.ts";
import { useSharedChoice } from "./use-shared-choice.ts";

const themes = ["system", "light", "dark"] as const;
type Theme = (typeof themes)[number];

const isTheme = (value: unknown): value is Theme => themes.some((theme) => theme === value);

/** All colours are `light-dark(…)`: the scheme of the root decides. */
export function ThemeSwitch() {
  const { words } = useLanguage();
  const [theme, setTheme] = useSharedChoice<Theme>("studio.theme", "system", isTheme);

  useEffect(() => {
    document.documentElement.style.colorScheme = theme === "system" ? "light dark" : theme;
  }, [theme]);

  return (
    <fieldset className="segmented">
      <legend className="visually-hidden">{words.theme}</legend>
      {themes.map((each) => (
        <label key={each}>
          <input type="radio" name="theme" value={each} checked={each === theme} onChange={() => setTheme(each)} />
          <span>{words.themes[each]}</span>
        </label>
      ))}
    </fieldset>
  );
}
