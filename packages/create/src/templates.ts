export interface Template {
  readonly name: string;
  readonly title: string;
  /** Its quick start, in `docs/quick-start`. */
  readonly guide: string;
  /** The file for the values of Agora Console. */
  readonly settings: string;
}

export const templates: readonly Template[] = [
  { name: "vite-worker", title: "React + Vite with a Worker", guide: "react-vite", settings: ".dev.vars" },
  { name: "next", title: "Next.js App Router", guide: "nextjs", settings: ".env.local" },
  { name: "hono", title: "Node with Hono", guide: "node", settings: ".env" },
  { name: "deno", title: "Deno", guide: "deno", settings: ".env" },
];

/** @throws Error that lists the templates */
export function templateOf(name: string): Template {
  const found = templates.find((template) => template.name === name);
  if (found) return found;
  const names = templates.map((template) => template.name).join(", ");
  throw new Error(`There is no template "${name}". Use one of: ${names}.`);
}
