import type { CachedSession } from "@agora-edge/core";
import { type ReactNode, useState } from "react";
import { type DevtoolsFake, troublesOf } from "../trouble/fake.ts";
import { useWords } from "../words/words.ts";

interface Props {
  readonly fake: DevtoolsFake;
  readonly cached: CachedSession;
  readonly say: (text: string) => void;
}

const wordsOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** Brings trouble about, for the session that is looked at. */
export function TroubleButtons({ fake, cached, say }: Props): ReactNode {
  const words = useWords();
  const { handle } = cached.session.getSnapshot();
  // A fake lets time pass once at a time.
  const [isBusy, setBusy] = useState(false);
  const run = async (what: string, bringAbout: () => unknown) => {
    setBusy(true);
    try {
      await bringAbout();
      say(words.done(what));
    } catch (error) {
      say(words.failed(wordsOf(error)));
    }
    setBusy(false);
  };
  return (
    <>
      <p className="hint">{words.troubleHint}</p>
      <p className="buttons">
        {troublesOf(fake, cached.service, handle).map(({ name, bringAbout }) => (
          <button
            key={name}
            type="button"
            disabled={!bringAbout || isBusy}
            onClick={() => bringAbout && void run(words[name], bringAbout)}
          >
            {words[name]}
          </button>
        ))}
      </p>
    </>
  );
}
