// A page in jsdom. To be imported before anything of React.
import { JSDOM } from "jsdom";

const { window } = new JSDOM("<!doctype html><div id=root></div>", { pretendToBeVisual: true });
Object.assign(globalThis, { window, document: window.document });

export const { document } = window;

/** Lets promises, React and who batches by `setTimeout(0)` come to their end. */
export async function settle(rounds = 3) {
  for (let round = 0; round < rounds; round++) await new Promise((resolve) => setTimeout(resolve, 1));
}
