/** What a person chooses about a transcription. */
export interface TaskChoice {
  readonly version: "v7" | "v6";
  /** What is spoken: codes such as `en-US`. */
  readonly spoken: readonly string[];
  /** What it is translated into. */
  readonly targets: readonly string[];
}

export const firstTask: TaskChoice = { version: "v7", spoken: ["en-US"], targets: [] };

/** How many languages a request takes. */
export const mostLanguages = {
  v7: { spoken: 4, targets: 10 },
  v6: { spoken: 4, targets: 5 },
} as const;

const isTexts = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((each) => typeof each === "string");

export function isTaskChoice(value: unknown): value is TaskChoice {
  if (typeof value !== "object" || value === null) return false;
  const { version, spoken, targets }: Partial<Record<string, unknown>> = { ...value };
  return (version === "v7" || version === "v6") && isTexts(spoken) && spoken.length > 0 && isTexts(targets);
}
