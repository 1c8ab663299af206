import type { SessionSnapshot } from "@agora-edge/core";
import type { ReactNode } from "react";
import type { SessionWords } from "../language/en.ts";
import { ActionButton } from "./action-button.tsx";

interface Props {
  session: SessionSnapshot & {
    readonly start: () => Promise<unknown>;
    readonly stop: () => Promise<unknown>;
    readonly acquire: () => Promise<unknown>;
    readonly reset: () => void;
  };
  words: SessionWords;
  /** v7 agents have nothing to reserve. */
  canReserve: boolean;
  children?: ReactNode;
}

/** One button starts and stops, in one place: who works with a keyboard keeps the focus. */
export function SessionButtons({ session, words, canReserve, children }: Props) {
  const { status, isActive, isRestoring } = session;
  const isBusy = isRestoring || status === "acquiring" || status === "stopping";
  const isOver = status === "stopped" || status === "failed";
  return (
    <div className="buttons">
      <ActionButton
        look={isActive ? "danger" : "primary"}
        isDisabled={isBusy}
        onClick={isActive ? session.stop : session.start}
      >
        {isActive ? words.stop : isOver ? words.again : words.start}
      </ActionButton>
      {children}
      {canReserve && !isActive && status !== "acquired" && (
        <ActionButton isDisabled={isBusy} onClick={session.acquire}>
          {words.reserve}
        </ActionButton>
      )}
      {isOver && <ActionButton onClick={session.reset}>{words.clear}</ActionButton>}
    </div>
  );
}
