import { useElapsed } from "@agora-edge/react";
import { useLanguage } from "../language/use-language.ts";
import { minutes } from "./minutes.ts";

/** How long it has been running. By itself, so that nothing else renders each second. */
export function Elapsed({ since }: { since: number }) {
  const { words } = useLanguage();
  const seconds = useElapsed(since) ?? 0;
  return (
    <time className="elapsed" aria-label={words.elapsed}>
      {minutes(seconds)}
    </time>
  );
}
