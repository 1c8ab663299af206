/** One step of a pipeline. It lets the rest run by calling `next`: once, several times, or not at all. */
export type Step<Context, Result> = (context: Context, next: () => Promise<Result>) => Promise<Result>;

/** One function of many steps. The first is the outermost; `last` is what the innermost one calls. */
export function compose<Context, Result>(
  steps: readonly Step<Context, Result>[],
  last: (context: Context) => Promise<Result>,
): (context: Context) => Promise<Result> {
  type Next = (context: Context) => Promise<Result>;
  return steps.reduceRight<Next>((next, step) => (context) => step(context, () => next(context)), last);
}
