// A diagram as SVG in the page: it takes the colours of the theme, and needs no script.
import { type Arrow, layOut, lineHeight, type Point, type StateBox } from "./state-diagram.ts";

const round = (value: number): number => Math.round(value * 10) / 10;

const at = (x: number, y: number): string => `${round(x)} ${round(y)}`;

const escape = (text: string): string => text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);

const box = (x: number, y: number, width: number, height: number): string =>
  `x="${round(x - width / 2)}" y="${round(y - height / 2)}" width="${round(width)}" height="${round(height)}"`;

const radius = 24;

/** The point on the way from a corner to the next point where its curve ends. */
function beside(corner: Point, next: Point): string {
  const length = Math.hypot(next.x - corner.x, next.y - corner.y);
  const part = length === 0 ? 0 : Math.min(radius / length, 0.5);
  return at(corner.x + (next.x - corner.x) * part, corner.y + (next.y - corner.y) * part);
}

/** A line whose corners are round. */
function pathOf(points: Arrow["points"]): string {
  const first = points[0];
  const last = points.at(-1);
  if (!first || !last) return "";
  const corners = points.slice(1, -1).map((corner, index) => {
    const before = points[index] ?? first;
    const after = points[index + 2] ?? last;
    return `L${beside(corner, before)}Q${at(corner.x, corner.y)} ${beside(corner, after)}`;
  });
  return [`M${at(first.x, first.y)}`, ...corners, `L${at(last.x, last.y)}`].join("");
}

function labelOf({ label }: Arrow): string {
  if (!label) return "";
  const { x, y, width, height, lines } = label;
  const top = y - ((lines.length - 1) * lineHeight) / 2;
  const texts = lines.map(
    (text, index) => `<text x="${round(x)}" y="${round(top + index * lineHeight)}">${escape(text)}</text>`,
  );
  return `<g class="label"><rect ${box(x, y, width, height)}/>${texts.join("")}</g>`;
}

function stateOf({ name, x, y, width, height }: StateBox): string {
  if (name === undefined) return `<circle cx="${round(x)}" cy="${round(y)}" r="${round(width / 2)}"/>`;
  return `<g class="state"><rect ${box(x, y, width, height)} rx="8"/><text x="${round(x)}" y="${round(y)}">${escape(name)}</text></g>`;
}

/** One line of HTML, so that Markdown takes it as it is. `id` tells the diagrams of a page apart. */
export function drawDiagram(source: string, title: string, id: string): string {
  const { width, height, states, arrows } = layOut(source);
  const margin = 4;
  const view = `${-margin} ${-margin} ${round(width + 2 * margin)} ${round(height + 2 * margin)}`;
  const tip = `<marker id="${id}" viewBox="0 0 8 8" refX="7.5" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path d="M0 0L8 4L0 8z"/></marker>`;
  const lines = arrows.map(({ points }) => `<path class="arrow" d="${pathOf(points)}" marker-end="url(#${id})"/>`);
  const parts = [tip, ...lines, ...arrows.map(labelOf), ...states.map(stateOf)];
  const svg = `<svg role="img" aria-label="${escape(title)}" viewBox="${view}" width="${round(width + 2 * margin)}">${parts.join("")}</svg>`;
  return `<figure class="diagram not-content" tabindex="0">${svg}</figure>`;
}
