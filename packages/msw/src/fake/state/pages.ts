import { OverridesByName } from "../runtime/overrides.ts";

/** What goes wrong with a page that is to be recorded. */
export type PageFailure = "unreachable" | "http-error" | "engine" | "crash" | "webgl" | "resolution" | "bandwidth";

export type PageBehaviour =
  | { readonly kind: "fails"; readonly failure: PageFailure }
  /** `readyAfter`: ms from opening the page to its call of `notifyReady`; null: it never calls. */
  | { readonly kind: "loads"; readonly readyAfter: number | null };

/** The web as far as recorders see it: a page that nobody mentioned loads and is ready at once. */
export class Pages {
  #pages = new OverridesByName<PageBehaviour>();

  get(url: string): PageBehaviour {
    return this.#pages.top(url) ?? { kind: "loads", readyAfter: 0 };
  }

  set(url: string, behaviour: PageBehaviour): () => void {
    return this.#pages.add(url, behaviour);
  }

  clear(): void {
    this.#pages.clear();
  }
}
