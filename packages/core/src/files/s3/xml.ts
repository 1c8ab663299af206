/**
 * The texts of all elements of one name, in their order. Enough for what S3 answers: elements without attributes and
 * namespaces of their own, never nested in themselves. An element that does not end is left out.
 */
export function readElements(xml: string, name: string): string[] {
  const texts: string[] = [];
  const open = `<${name}>`;
  const close = `</${name}>`;
  let at = xml.indexOf(open);
  while (at !== -1) {
    const end = xml.indexOf(close, at);
    if (end === -1) break;
    texts.push(xml.slice(at + open.length, end));
    at = xml.indexOf(open, end);
  }
  return texts;
}

/** The text of the first such element, with its entities read. */
export function readElement(xml: string, name: string): string | undefined {
  const [text] = readElements(xml, name);
  return text === undefined ? undefined : unescapeXml(text);
}

const named: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

function unescapeXml(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(amp|lt|gt|quot|apos));/gi, (entity, decimal, hex, name) => {
    if (name) return named[String(name).toLowerCase()] ?? entity;
    const code = decimal ? Number(decimal) : Number.parseInt(hex, 16);
    return code <= 0x10_ffff ? String.fromCodePoint(code) : entity;
  });
}
