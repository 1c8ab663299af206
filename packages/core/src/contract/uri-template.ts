/** What a URI template consists of. */
interface Template {
  readonly path: string;
  /** The path, where every second piece is the name of a parameter. */
  readonly pieces: readonly string[];
  /** The names of its query parameters. */
  readonly query: readonly string[];
}

/** There are as many as operations, and each is read with every call. */
const known = /* @__PURE__ */ new Map<string, Template>();

export function readTemplate(template: string): Template {
  let read = known.get(template);
  if (!read) {
    const [path = "", parameters] = template.split("{?");
    read = { path, pieces: path.split(/[{}]/), query: parameters?.slice(0, -1).split(",") ?? [] };
    known.set(template, read);
  }
  return read;
}

/** The address that a template stands for. Parameters of the query string without a value are left out. */
export function expandTemplate(template: string, values: Readonly<Record<string, unknown>>): string {
  const { pieces, query } = readTemplate(template);
  const encode = (name: string) => encodeURIComponent(String(values[name]));
  const parameters = query.filter((name) => values[name] !== undefined).map((name) => `${name}=${encode(name)}`);
  const address = pieces.map((piece, index) => (index % 2 === 0 ? piece : encode(piece))).join("");
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
