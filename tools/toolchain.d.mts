/** The npm package that carries the Node binary of this platform. */
export function nodePackage(): string;
