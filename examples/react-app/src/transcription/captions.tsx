import type { CaptionLine, CaptionStore } from "@agora-edge/core/captions";
import { useCaptions } from "@agora-edge/react";
import { memo, useContext, useEffect, useId, useRef } from "react";
import { useLanguage } from "../language/use-language.ts";
import { CaptionSourceContext } from "./caption-source.ts";

/** What is said, line by line: what may still change is lighter. Only final lines are read out. */
export function Captions({ store, isLive }: { store: CaptionStore; isLive: boolean }) {
  const { words } = useLanguage();
  const { lines } = useCaptions(store);
  const isListening = useContext(CaptionSourceContext) !== null;
  const heading = useId();
  const list = useRef<HTMLOListElement>(null);
  const last = lines.at(-1);

  useEffect(() => {
    const element = list.current;
    if (!last) return;
    // Who scrolled up to read stays there.
    if (element && element.scrollHeight - element.scrollTop - element.clientHeight < 120) {
      element.scrollTop = element.scrollHeight;
    }
  }, [last]);

  return (
    <section className="captions" aria-labelledby={heading}>
      <h3 id={heading}>{words.captions}</h3>
      <ol ref={list} tabIndex={0} aria-labelledby={heading}>
        {lines.length === 0 && (
          <li className="hint">{!isListening ? words.notInChannel : isLive ? words.captionsSoon : words.noCaptions}</li>
        )}
        {lines.map((line) => (
          <Line key={line.id} line={line} />
        ))}
      </ol>
      <p className="visually-hidden" aria-live="polite">
        {lines.findLast((line) => line.isFinal)?.text}
      </p>
    </section>
  );
}

const Line = memo(function Line({ line: { uid, text, language, isFinal, translations } }: { line: CaptionLine }) {
  const { words } = useLanguage();
  return (
    <li data-final={isFinal}>
      <span className="caption-speaker" data-speaker={Number(uid) % 6}>
        {words.speaker(uid)}
      </span>
      <p lang={language}>{text}</p>
      {Object.values(translations).map((translation) => (
        <p key={translation.language} className="caption-translation" lang={translation.language}>
          {translation.text}
        </p>
      ))}
    </li>
  );
});
