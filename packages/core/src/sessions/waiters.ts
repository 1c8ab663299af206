import type { AgoraError } from "../errors/agora-error.ts";
import type { SessionCommand } from "../machine/events.ts";

interface Waiter {
  resolve(): void;
  reject(error: AgoraError): void;
}

/** Who waits for the end of which command. */
export interface Waiters {
  /** Resolves with `read()` when the command is settled. */
  wait<T>(command: SessionCommand, read: () => T): Promise<T>;
  /** Whether somebody waits for it. */
  isAwaited(command: SessionCommand): boolean;
  settle(command: SessionCommand, error: AgoraError | undefined): void;
}

export function createWaiters(): Waiters {
  const waiting = new Map<SessionCommand, Waiter[]>();
  return {
    wait: (command, read) =>
      new Promise((resolve, reject) => {
        const waiter = {
          resolve: () => {
            try {
              resolve(read());
            } catch (error) {
              reject(error);
            }
          },
          reject,
        };
        waiting.set(command, [...(waiting.get(command) ?? []), waiter]);
      }),
    isAwaited: (command) => waiting.has(command),
    settle(command, error) {
      const waiters = waiting.get(command) ?? [];
      waiting.delete(command);
      for (const waiter of waiters) {
        if (error) waiter.reject(error);
        else waiter.resolve();
      }
    },
  };
}
