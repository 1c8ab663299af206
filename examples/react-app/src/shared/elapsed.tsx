import { clockOf } from "@agora-edge/core";
import { useAgoraClient } from "@agora-edge/react";
import { useEffect, useState } from "react";
import { useLanguage } from "../language/use-language.ts";
import { minutes } from "./minutes.ts";

/** How long it has been running. By itself, so that nothing else renders each second. */
export function Elapsed({ since }: { since: number }) {
  const { words } = useLanguage();
  const clock = clockOf(useAgoraClient());
  const [now, setNow] = useState(() => clock.now());

  useEffect(() => {
    let timer: unknown;
    const tick = () => {
      setNow(clock.now());
      timer = clock.setTimeout(tick, 1000 - ((clock.now() - since) % 1000));
    };
    tick();
    return () => clock.clearTimeout(timer);
  }, [clock, since]);

  return (
    <time className="elapsed" aria-label={words.elapsed}>
      {minutes((now - since) / 1000)}
    </time>
  );
}
