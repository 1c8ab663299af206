import type { SessionSnapshot } from "@agora-edge/core";
import { useLeaseCountdown } from "@agora-edge/react";
import { useLanguage } from "../language/use-language.ts";
import { minutes } from "./minutes.ts";

const wholeLease = 300;

/** The five minutes in which the reservation can be started. Ticks apart from the panel. */
export function LeaseCountdown({ session }: { session: Pick<SessionSnapshot, "status" | "lease"> }) {
  const { words } = useLanguage();
  const seconds = useLeaseCountdown(session);
  if (seconds === null) return null;
  return (
    <div className="countdown" role="timer" aria-label={words.countdown}>
      <svg viewBox="0 0 36 36" aria-hidden="true">
        <circle className="countdown-track" cx="18" cy="18" r="15.9" />
        <circle
          className="countdown-rest"
          cx="18"
          cy="18"
          r="15.9"
          pathLength={wholeLease}
          strokeDasharray={`${Math.min(seconds, wholeLease)} ${wholeLease}`}
        />
      </svg>
      <span>{minutes(seconds)}</span>
    </div>
  );
}
