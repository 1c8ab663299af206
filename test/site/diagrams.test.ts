import { expect, test } from "vitest";
import { layOut } from "../../site/diagram/state-diagram.ts";
import { withDiagrams } from "../../site/stage/diagrams.ts";
import { readFile } from "../../site/stage/repository.ts";

const source = ["stateDiagram-v2", "  [*] --> idle", "  idle --> busy: start(), time", "  busy --> idle: a < b"].join(
  "\n",
);

test("a block of Mermaid becomes a picture with every state and every label", () => {
  const page = withDiagrams(`# Title\n\n\`\`\`mermaid\n${source}\n\`\`\`\n\nText`, "Life");
  expect(page).toMatch(/^# Title\n\n<figure [^\n]+<\/figure>\n\nText$/);
  expect([...page.matchAll(/<text[^>]*>([^<]*)</g)].map(([, text]) => text)).toEqual(
    ["start(),", " time", "a &#60; b", "idle", "busy"].map((text) => text.trim()),
  );
  expect(page).toContain('role="img" aria-label="Life"');
  expect(page.match(/<path class="arrow"/g)).toHaveLength(3);
});

test("pictures of one page have arrows of their own", () => {
  const block = `\`\`\`mermaid\n${source}\n\`\`\``;
  const page = withDiagrams(`${block}\n\n${block}`, "Life");
  expect([...page.matchAll(/<marker id="([^"]+)"/g)].map(([, id]) => id)).toEqual(["arrow-1", "arrow-2"]);
});

test("other code stays as it is", () => {
  const page = "```ts\nconst x = 1;\n```\n\n```sh\nnpm test\n```";
  expect(withDiagrams(page, "Life")).toBe(page);
});

test("what it cannot draw stops the build", () => {
  expect(() => layOut("flowchart LR\n  a --> b")).toThrow("flowchart LR");
  expect(() => layOut("stateDiagram-v2\n  note right of idle")).toThrow("note right of idle");
});

test.each(["docs/life-cycle.md", "docs/zh/life-cycle.md"])("in %s no state and no label covers another", (path) => {
  const [, diagram = ""] = /```mermaid\n([\s\S]*?)```/.exec(readFile(path)) ?? [];
  const { states, arrows } = layOut(diagram);
  const boxes = [...states, ...arrows.flatMap(({ label }) => label ?? [])];
  const covered = boxes.flatMap((one, index) =>
    boxes
      .slice(index + 1)
      .filter(
        (other) =>
          Math.abs(one.x - other.x) * 2 < one.width + other.width - 1 &&
          Math.abs(one.y - other.y) * 2 < one.height + other.height - 1,
      )
      .map((other) => [one, other]),
  );
  expect(states).toHaveLength(11);
  expect(covered).toEqual([]);
});
