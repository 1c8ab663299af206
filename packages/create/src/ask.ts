import { cancel, isCancel, select, text } from "@clack/prompts";
import type { Arguments } from "./arguments.ts";
import { templateOf, templates, type Template } from "./templates.ts";

export interface Answers {
  readonly folder: string;
  readonly template: Template;
}

/** Asks for what no argument has said; undefined if somebody leaves. */
export async function ask(given: Pick<Arguments, "folder" | "template">): Promise<Answers | undefined> {
  const folder = given.folder ?? (await text({ message: "Folder", placeholder: "recorder", defaultValue: "recorder" }));
  if (isCancel(folder)) return leave();
  if (given.template) return { folder, template: given.template };
  const options = templates.map(({ name, title }) => ({ value: name, label: title, hint: name }));
  const name = await select({ message: "Template", options });
  return isCancel(name) ? leave() : { folder, template: templateOf(name) };
}

function leave(): undefined {
  cancel("Nothing was made.");
}
