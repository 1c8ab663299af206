/** The path of a URI template, and the names of its query parameters. */
export function readTemplate(template: string): { readonly path: string; readonly query: readonly string[] } {
  const [path = "", parameters] = template.split("{?");
  return { path, query: parameters?.slice(0, -1).split(",") ?? [] };
}

/** The address that a template stands for. Parameters of the query string without a value are left out. */
export function expandTemplate(template: string, values: Readonly<Record<string, unknown>>): string {
  const { path, query } = readTemplate(template);
  const encode = (name: string) => encodeURIComponent(String(values[name]));
  const parameters = query.filter((name) => values[name] !== undefined).map((name) => `${name}=${encode(name)}`);
  const address = path.replace(/\{(\w+)\}/g, (_, name: string) => encode(name));
  return parameters.length > 0 ? `${address}?${parameters.join("&")}` : address;
}

/** A path with these parameters; those that are null or undefined are left out. */
export function withQuery(path: string, parameters: object): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) {
    if (value !== undefined && value !== null) query.set(name, String(value));
  }
  return `${query}` === "" ? path : `${path}?${query.toString()}`;
}
