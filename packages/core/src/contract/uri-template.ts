/** The path of a URI template, and the names of its query parameters. */
export function readTemplate(template: string): { readonly path: string; readonly query: readonly string[] } {
  const [path = "", parameters] = template.split("{?");
  return { path, query: parameters?.slice(0, -1).split(",") ?? [] };
}
