// What every example has: what it gets, a button, a client.
import { AgoraProvider } from "@agora-edge/react";
import { type ReactNode, useMemo } from "react";
import type { Language, Words } from "./words.ts";
import type { World } from "./world.ts";

export interface ExampleProps {
  readonly world: World;
  readonly words: Words;
  readonly language: Language;
  /** Where the pages of the errors are; by default where the client says. */
  readonly errors?: string;
  readonly onReset: () => void;
}

export const Button = ({
  onClick,
  children,
  disabled,
}: {
  onClick: () => void;
  children: ReactNode;
  disabled?: boolean;
}) => (
  <button type="button" onClick={onClick} disabled={disabled}>
    {children}
  </button>
);

export function WithClient({ world, children }: { world: World; children: ReactNode }) {
  const client = useMemo(() => world.createClient(), [world]);
  return <AgoraProvider client={client}>{children}</AgoraProvider>;
}
