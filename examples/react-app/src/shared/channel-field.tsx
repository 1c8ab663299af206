import { useId, useState } from "react";
import { useLanguage } from "../language/use-language.ts";

interface Props {
  channel: string;
  onChange: (channel: string) => void;
  isLocked: boolean;
}

/** Taken over when the field is left: each letter would be another channel. */
export function ChannelField({ channel, onChange, isLocked }: Props) {
  const { words } = useLanguage();
  const [typed, setTyped] = useState(channel);
  const id = useId();
  const hint = useId();
  const take = () => {
    const name = typed.trim();
    if (name === "") setTyped(channel);
    else if (name !== channel) onChange(name);
  };
  return (
    <div className="field channel-field">
      <label htmlFor={id}>{words.channel}</label>
      <input
        id={id}
        value={typed}
        maxLength={64}
        autoComplete="off"
        spellCheck={false}
        readOnly={isLocked}
        aria-describedby={hint}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={take}
        onKeyDown={(event) => {
          if (event.key === "Enter") take();
        }}
      />
      <p id={hint} className="hint">
        {isLocked ? words.channelLocked : words.channelHint}
      </p>
    </div>
  );
}
