// What a quick run keeps of the file that is there: figures which only --full measures fully.

const mark = "*Kept from a run with `--full` of";

/** The section of a figure, marked with its date; nothing when no run with --full could measure it. */
export function keptOf(report, id) {
  const section = report
    .split(/^(?=## )/m)
    .find((each) => each.startsWith(`## ${id} `))
    ?.trim();
  if (!section || section.includes("**Could not be measured:**")) return undefined;
  if (section.includes(mark)) return section;
  if (!/^Written by `[^`]*--full`/m.test(report)) return undefined;
  const cell = (name) => new RegExp(`^\\| ${name} \\| (.*) \\|$`, "m").exec(report)?.[1] ?? "unknown";
  return `${section}\n\n${mark} ${cell("Date")} (${cell("Processor")}).*`;
}
