// What is printed is checked: a demo that shows nonsense must not end well.

/** Thrown when the walk goes another way than it should. */
export class Deviation extends Error {}

export function check(condition, expectation) {
  if (!condition) throw new Deviation(`It should be so that ${expectation}. It was not.`);
}

/** The body of an answer that had to be a success. */
export function must({ ok, status, body }) {
  if (!ok) throw new Deviation(`The edge function answered ${status}: ${body.title ?? ""} ${body.explanation ?? ""}`);
  return body;
}
