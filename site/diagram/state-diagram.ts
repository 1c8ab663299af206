// The part of Mermaid's state diagrams that the documentation uses, laid out by dagre, as Mermaid itself does it.
import dagre from "@dagrejs/dagre";

export interface Point {
  readonly x: number;
  readonly y: number;
}

interface Box extends Point {
  readonly width: number;
  readonly height: number;
}

export interface StateBox extends Box {
  /** None for the point where the diagram begins. */
  readonly name?: string;
}

export interface Arrow {
  readonly points: readonly Point[];
  readonly label?: Box & { readonly lines: readonly string[] };
}

export interface Layout {
  readonly width: number;
  readonly height: number;
  readonly states: readonly StateBox[];
  readonly arrows: readonly Arrow[];
}

interface Change {
  readonly from: string;
  readonly to: string;
  readonly lines: readonly string[];
}

const beginning = "[*]";
const line = /^(\[\*\]|\w+) --> (\w+)(?:: (.+))?$/;

function parse(source: string): Change[] {
  const [kind, ...rest] = source.trim().split("\n");
  if (kind !== "stateDiagram-v2") throw new Error(`A diagram that begins with "${kind}" is not drawn.`);
  return rest.map((text) => {
    const [, from, to, label] = line.exec(text.trim()) ?? [];
    if (from === undefined || to === undefined) throw new Error(`"${text.trim()}" is no change of state.`);
    return { from, to, lines: label === undefined ? [] : label.split(/(?<=,) /) };
  });
}

export const lineHeight = 15;

// No font is at hand: characters of Chinese are as wide as they are high, the others a little more than half.
const widthOf = (text: string, size: number): number =>
  Array.from(text, (character) => size * (character > "\u2e80" ? 1 : 0.58)).reduce((sum, width) => sum + width, 0);

const sizeOfState = (name: string) =>
  name === beginning ? { width: 12, height: 12 } : { width: widthOf(name, 14) + 24, height: 32 };

const sizeOfLabel = (lines: readonly string[]) => ({
  width: Math.max(...lines.map((each) => widthOf(each, 12))) + 6,
  height: lines.length * lineHeight,
});

/** Places everything. States that follow each other in the source stay close together. */
export function layOut(source: string): Layout {
  const changes = parse(source);
  const names = [...new Set(changes.flatMap(({ from, to }) => [from, to]))];
  const graph = new dagre.graphlib.Graph();
  graph.setGraph({ rankdir: "TB", nodesep: 8, edgesep: 4, ranksep: 30 });
  for (const name of names) graph.setNode(name, sizeOfState(name));
  for (const { from, to, lines } of changes) {
    const weight = names.indexOf(to) === names.indexOf(from) + 1 ? 10 : 1;
    graph.setEdge(from, to, { weight, labelpos: "c", ...(lines.length > 0 ? sizeOfLabel(lines) : {}) });
  }
  dagre.layout(graph);
  const { width = 0, height = 0 } = graph.graph();
  return {
    width,
    height,
    states: names.map((name) => ({ ...graph.node(name), ...(name === beginning ? {} : { name }) })),
    arrows: changes.map(({ from, to, lines }) => {
      const { points, x, y, width: wide, height: high } = graph.edge(from, to);
      const isLabelled = x !== undefined && y !== undefined && lines.length > 0;
      return { points, ...(isLabelled ? { label: { x, y, width: wide ?? 0, height: high ?? 0, lines } } : {}) };
    }),
  };
}
