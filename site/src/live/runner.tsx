import { type ComponentType, useState } from "react";
import "./live.css";
import type { ExampleProps } from "./parts.tsx";
import { type Language, words } from "./words.ts";
import { createWorld } from "./world.ts";

interface RunnerProps {
  readonly Example: ComponentType<ExampleProps>;
  readonly language: Language;
  /** Where the pages of the errors are; by default where the client says. */
  readonly errors?: string;
}

/** Runs an example in a world of its own that can begin anew. */
export function Runner({ Example, ...given }: RunnerProps) {
  const [run, setRun] = useState(() => ({ count: 0, world: createWorld() }));
  return (
    <Example
      key={run.count}
      {...given}
      world={run.world}
      words={words[given.language]}
      onReset={() => setRun(({ count }) => ({ count: count + 1, world: createWorld() }))}
    />
  );
}
