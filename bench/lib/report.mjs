// The report: what every figure found, as Markdown, and in short for the terminal.

const table = (head, rows) =>
  [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");

/** Three digits that count, thousands apart. */
export function number(value) {
  if (Math.abs(value) >= 1000) return Math.round(value).toLocaleString("en-US");
  return String(Number(value.toPrecision(3)));
}

const ratioOf = ({ mid, low, high }) =>
  low === high ? `${mid.toFixed(2)}×` : `${mid.toFixed(2)}× (${low.toFixed(2)}–${high.toFixed(2)})`;

function verdict({ aim, met }) {
  if (aim === undefined) return "reported";
  return met ? "met" : "**missed**";
}

function cellsOf(row) {
  const { what, against = "–", unit, ours, theirs, ratio, spread, aim = "–" } = row;
  const range = spread && spread.low !== spread.high ? ` (${number(spread.low)}–${number(spread.high)})` : "";
  return [
    what,
    `${number(ours)} ${unit}${range}`.trim(),
    theirs === undefined ? "–" : `${against}: ${number(theirs)} ${unit}`,
    ratio ? ratioOf(ratio) : "–",
    aim,
    verdict(row),
  ];
}

/** One figure as a section of the file. */
export function toSection({ id, title, result, problem, seconds }) {
  const lines = [`## ${id} ${title}`, ""];
  if (problem) {
    lines.push(`**Could not be measured:** ${problem.split("\n")[0]}`, "", "```", problem, "```");
    return lines.join("\n");
  }
  const { rows, tables = [], notes = [] } = result;
  if (rows.length > 0) lines.push(table(["What", "ours", "against", "ratio", "aim", ""], rows.map(cellsOf)), "");
  for (const { title: name, head, rows: cells } of tables) lines.push(`${name}:`, "", table(head, cells), "");
  lines.push(...notes.flatMap((note) => [note, ""]), `Measured in ${seconds.toFixed(0)} s.`);
  return lines.join("\n");
}

/** The whole file, of sections. `notes` is what people wrote about the figures. */
export function toMarkdown({ sections, machine, command, notes }) {
  return `${[
    "# What was measured",
    `Written by \`${command}\`; not to be edited, but for what stands in \`notes.md\`.`,
    table(["", ""], machine),
    "A ratio is ours to theirs, the median of all rounds, with the middle half of them in brackets. In a round everybody has a turn, so that what slows the machine slows all. Where less is better a ratio below 1 is good; rows per second are the other way round, as their aim says.",
    ...sections,
    notes.trim(),
  ].join("\n\n")}\n`;
}

const sectionsOf = (report) => report.split(/^(?=## )/m);
const idOf = (section) => /^## (P\d+) /.exec(section)?.[1];
const orderOf = (id) => Number(id.slice(1));

/** A file in which these sections are replaced, or stand for the first time, each marked with when and where it was measured. */
export function withSections(report, sections, machine) {
  const [date, processor] = ["Date", "Processor"].map(
    (name) => machine.find(([one]) => one === name)?.[1] ?? "unknown",
  );
  return sections.reduce((text, section) => {
    const id = idOf(section);
    const whole = `${section}\n\n*Measured alone on ${date} (${processor}).*\n\n`;
    const parts = sectionsOf(text);
    const same = parts.findIndex((part) => idOf(part) === id);
    if (same >= 0) return parts.with(same, whole).join("");
    const next = parts.findIndex((part, index) => index > 0 && !(idOf(part) && orderOf(idOf(part)) < orderOf(id)));
    return parts.toSpliced(next < 0 ? parts.length : next, 0, whole).join("");
  }, report);
}

/** Lines with the cells below one another. */
function columns(lines) {
  const widths = lines[0].map((_, column) => Math.max(...lines.map((cells) => cells[column].length)));
  return lines.map((cells) => `    ${cells.map((cell, column) => cell.padEnd(widths[column])).join("  ")}`.trimEnd());
}

/** One figure for the terminal. */
export function toText({ id, title, result, problem }) {
  if (problem) return `\n${id} ${title}\n  ✗ COULD NOT BE MEASURED: ${problem}`;
  const { rows, tables = [], notes = [] } = result;
  const lines = rows.map((row) => {
    const [what, ours, theirs, ratio, aim, judged] = cellsOf(row);
    return `  ${what}: ${ours}; ${theirs}; ${ratio}; aim ${aim}: ${judged.replaceAll("*", "")}`;
  });
  for (const { title: name, head, rows: cells } of tables) {
    lines.push("", `  ${name}:`, ...columns([head, ...cells]));
  }
  if (notes.length > 0) lines.push("", ...notes.map((note) => `  ${note}`));
  return [`\n${id} ${title}`, ...lines].join("\n");
}
