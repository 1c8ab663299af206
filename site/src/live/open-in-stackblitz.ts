/** A project as the site serves it. */
export interface Project {
  readonly title: string;
  /** Texts by their paths. */
  readonly files: Readonly<Record<string, string>>;
}

/** Sends the project to StackBlitz, in a new tab. Before that, nothing is loaded from there. */
export async function openInStackBlitz(address: string): Promise<void> {
  const response = await fetch(address);
  const { title, files }: Project = await response.json();
  const form = document.createElement("form");
  form.method = "post";
  form.action = "https://stackblitz.com/run?file=src/main.tsx";
  form.target = "_blank";
  form.hidden = true;
  const fields = Object.entries(files).map(([path, text]) => [`project[files][${path}]`, text] as const);
  for (const [name, value] of [["project[template]", "node"], ["project[title]", title], ...fields] as const) {
    const field = document.createElement("textarea");
    field.name = name;
    field.value = value;
    form.append(field);
  }
  document.body.append(form);
  form.submit();
  form.remove();
}
