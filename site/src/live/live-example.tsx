import { useState } from "react";
import type { Language } from "../../stage/page.ts";
import { examples } from "./examples.tsx";
import "./live.css";
import { words } from "./words.ts";
import { createWorld } from "./world.ts";

interface LiveExampleProps {
  readonly name: keyof typeof examples;
  readonly language: Language;
  /** Where the pages of the errors are, seen from this page. */
  readonly errors: string;
}

/** One of the examples, in a world of its own that can begin anew. */
export function LiveExample({ name, language, errors }: LiveExampleProps) {
  const [run, setRun] = useState(() => ({ count: 0, world: createWorld() }));
  const Example = examples[name];
  return (
    <Example
      key={run.count}
      world={run.world}
      words={words[language]}
      language={language}
      errors={errors}
      onReset={() => setRun(({ count }) => ({ count: count + 1, world: createWorld() }))}
    />
  );
}
