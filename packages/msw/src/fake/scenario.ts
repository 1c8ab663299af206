import type { FakeAgora, Scenario } from "./fake-agora.ts";

/** The scenarios that are in use. */
export function createStage(): {
  use(fake: FakeAgora, scenarios: readonly Scenario[]): () => void;
  clear(): void;
} {
  const inUse = new Set<() => void>();
  return {
    use(fake, scenarios) {
      const undos = scenarios.map((scenario) => scenario(fake));
      const undo = () => {
        if (!inUse.delete(undo)) return;
        for (const one of undos.toReversed()) if (typeof one === "function") one();
      };
      inUse.add(undo);
      return undo;
    },
    clear() {
      for (const undo of inUse) undo();
    },
  };
}
