import type { AgoraError } from "../errors/agora-error.ts";
import type { SessionCommand } from "../machine/events.ts";

interface Deferred {
  resolve(): void;
  reject(error: AgoraError): void;
}

/** The promises that callers of commands wait for. */
export interface Deferreds {
  /** Resolves with `read()` when the command is settled. */
  wait<T>(command: SessionCommand, read: () => T): Promise<T>;
  /** Whether a caller waits for it. */
  isAwaited(command: SessionCommand): boolean;
  settle(command: SessionCommand, error: AgoraError | undefined): void;
}

export function createDeferreds(): Deferreds {
  const byCommand = new Map<SessionCommand, Deferred[]>();
  return {
    wait: (command, read) =>
      new Promise((resolve, reject) => {
        const deferred = {
          resolve: () => {
            try {
              resolve(read());
            } catch (error) {
              reject(error);
            }
          },
          reject,
        };
        byCommand.set(command, [...(byCommand.get(command) ?? []), deferred]);
      }),
    isAwaited: (command) => byCommand.has(command),
    settle(command, error) {
      const deferreds = byCommand.get(command) ?? [];
      byCommand.delete(command);
      for (const deferred of deferreds) {
        if (error) deferred.reject(error);
        else deferred.resolve();
      }
    },
  };
}
