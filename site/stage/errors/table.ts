const cell = (text: string) => text.replaceAll("|", "\\|").replaceAll("\n", " ");

const row = (cells: readonly string[]) => `| ${cells.map(cell).join(" | ")} |`;

/** A table in Markdown. */
export const table = (columns: readonly string[], rows: readonly (readonly string[])[]): string =>
  [row(columns), row(columns.map(() => "---")), ...rows.map(row)].join("\n");
