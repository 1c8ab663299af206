// An example as a page of the site shows it.
import { CaptionsExample } from "./examples/captions.tsx";
import { LeaseExample } from "./examples/lease.tsx";
import { FailoverExample, LostAnswerExample, RecordingExample } from "./examples/recorder.tsx";
import { RefusedExample } from "./examples/refused.tsx";
import { TabsExample } from "./examples/tabs.tsx";
import { openInStackBlitz } from "./open-in-stackblitz.ts";
import { Runner } from "./runner.tsx";
import { type Language, words } from "./words.ts";

/** By the names that pages use. */
const examples = {
  recording: RecordingExample,
  lease: LeaseExample,
  "lost-answer": LostAnswerExample,
  failover: FailoverExample,
  tabs: TabsExample,
  captions: CaptionsExample,
  errors: RefusedExample,
} as const;

interface LiveExampleProps {
  readonly name: keyof typeof examples;
  readonly language: Language;
  /** Where the pages of the errors are, seen from this page. */
  readonly errors: string;
  /** Where its project for StackBlitz is, seen from this page. */
  readonly project: string;
}

export function LiveExample({ name, language, errors, project }: LiveExampleProps) {
  return (
    <>
      <Runner Example={examples[name]} language={language} errors={errors} />
      <p className="live-open not-content">
        <button type="button" onClick={() => void openInStackBlitz(project)}>
          {words[language].open}
        </button>
      </p>
    </>
  );
}
