import { useId } from "react";
import { useLanguage } from "../language/use-language.ts";
import { isPageUrl } from "./choice.ts";

interface Props {
  url: string;
  onChange: (url: string) => void;
  isLocked: boolean;
}

/** The page that is recorded. The Worker decides which hosts may be. */
export function PageField({ url, onChange, isLocked }: Props) {
  const { words } = useLanguage();
  const id = useId();
  const hint = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{words.pageUrl}</label>
      <input
        id={id}
        type="url"
        value={url}
        readOnly={isLocked}
        aria-invalid={!isPageUrl(url)}
        aria-describedby={hint}
        onChange={(event) => onChange(event.target.value)}
      />
      <p id={hint} className="hint">
        {words.pageHint}
      </p>
    </div>
  );
}
