import type { SessionSnapshot } from "@agora-edge/core";
import { useState, type ReactNode } from "react";
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
  /** Something has to be filled in first; it says what. */
  isBlocked?: boolean;
  children?: ReactNode;
}

/** Two buttons that stay: one that starts now and stops the next moment would do what nobody meant. */
export function SessionButtons({ session, words, canReserve, isBlocked = false, children }: Props) {
  const { status, isActive, isRestoring, unsettled } = session;
  const [isStopWanted, setStopWanted] = useState(false);
  const isBusy = isRestoring || status === "acquiring" || status === "stopping" || isStopWanted;
  const isOver = status === "stopped" || status === "failed";
  const isHeld = status === "acquired";
  // A stop waits for the start that is under way.
  const stop = async () => {
    setStopWanted(true);
    await session.stop().catch(() => {
      // Stands in `error` of the session.
    });
    setStopWanted(false);
  };
  const clear = isOver && (
    <ActionButton look="small" onClick={session.reset}>
      {words.clear}
    </ActionButton>
  );
  return (
    <div className="buttons">
      <ActionButton look="primary" isDisabled={isBusy || (isActive && !unsettled) || isBlocked} onClick={session.start}>
        {isOver ? words.again : words.start}
      </ActionButton>
      <ActionButton look="danger" isDisabled={isBusy || !isActive} onClick={stop}>
        {isStopWanted ? words.stopping : words.stop}
      </ActionButton>
      {canReserve ? (
        <div className="buttons-more">
          {children}
          {!isActive && (
            <ActionButton look="small" isDisabled={isBusy} onClick={isHeld ? session.reset : session.acquire}>
              {isHeld ? words.giveBack : words.reserve}
            </ActionButton>
          )}
          {clear}
        </div>
      ) : (
        clear
      )}
    </div>
  );
}
