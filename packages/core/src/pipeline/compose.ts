/** One step of a pipeline. It lets the rest run by calling `next`: once, several times, or not at all. */
export type Step<Context, Result> = (context: Context, next: () => Promise<Result>) => Promise<Result>;

/** One step that finds something out: what it gives to `next` is added to the context of the steps after it. */
export type AddingStep<Context, Result, Added> = (
  context: Context,
  next: (added: Added) => Promise<Result>,
) => Promise<Result>;

/** One function of many steps. The first is the outermost; `last` is what the innermost one calls. */
export function compose<Context, Result>(
  steps: readonly Step<Context, Result>[],
  last: (context: Context) => Promise<Result>,
): (context: Context) => Promise<Result> {
  type Next = (context: Context) => Promise<Result>;
  return steps.reduceRight<Next>((next, step) => (context) => step(context, () => next(context)), last);
}

/** Steps of which the later ones know what the earlier ones have added. The first is the outermost. */
export interface StepBuilder<First, Context, Result> {
  use(step: Step<Context, Result>): StepBuilder<First, Context, Result>;
  add<Added extends object>(step: AddingStep<Context, Result, Added>): StepBuilder<First, Context & Added, Result>;
  /** One function of all steps. `last` is what the innermost one calls. */
  end(last: (context: Context) => Promise<Result>): (context: First) => Promise<Result>;
}

function builderOf<First, Context, Result>(
  end: StepBuilder<First, Context, Result>["end"],
): StepBuilder<First, Context, Result> {
  return {
    use: (step) => builderOf((last) => end((context) => step(context, () => last(context)))),
    add: (step) => builderOf((last) => end((context) => step(context, (added) => last({ ...context, ...added })))),
    end,
  };
}

/** Begins without a step, for contexts of this type. */
export function stepBuilder<Context, Result>(): StepBuilder<Context, Context, Result> {
  return builderOf((last) => last);
}
