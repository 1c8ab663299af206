/** Longer than any ID that the service gives out; builder tokens have about 400 characters. */
const longest = 1024;

/**
 * Whether a text can stand as an ID in an address: the letters of base64 and of names. No percent sign, which somebody
 * on the way could decode once more, no control character, and nothing that walks up.
 */
export function isAcceptableId(text: string): boolean {
  return text.length <= longest && /^[\w+/=~:.@-]+$/.test(text) && !/(^|\/)\.{1,2}(\/|$)/.test(text);
}
