import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { redactText } from "./text.ts";

const bytes = (text: string) => [...new TextEncoder().encode(text)];
const hex = (code: number, digits = 2) => code.toString(16).padStart(digits, "0");
const each = (text: string, spell: (letter: string) => string) => Array.from(text, spell).join("");
const binary = (text: string) => String.fromCharCode(...bytes(text));
const code = (letter: string) => letter.codePointAt(0) ?? 0;

/** How a letter can look. */
const spellings: Record<string, (letter: string) => string> = {
  plain: (letter) => letter,
  percent: (letter) =>
    bytes(letter)
      .map((byte) => `%${hex(byte)}`)
      .join(""),
  "percent, twice": (letter) =>
    bytes(letter)
      .map((byte) => `%25${hex(byte).toUpperCase()}`)
      .join(""),
  component: (letter) => encodeURIComponent(letter),
  form: (letter) => (letter === " " ? "+" : encodeURIComponent(letter)),
  "decimal entity": (letter) => `&#${code(letter)};`,
  "hexadecimal entity": (letter) => `&#X${hex(code(letter)).toUpperCase()};`,
  "entity, twice": (letter) => `&amp;#${code(letter)};`,
  "script escape": (letter) => (code(letter) < 256 ? `\\x${hex(code(letter))}` : letter),
  "JSON escape, twice": (letter) => `\\\\u${hex(code(letter), 4)}`,
  "named entity": (letter) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[letter] ?? letter,
};

const isFree = (text: string) => !/redacted/i.test(text);
/** Of any letters. */
const secrets = fc.string({ minLength: 6, maxLength: 40, unit: "binary-ascii" }).filter(isFree);
/** As keys and tokens are: no letter begins an encoding. */
const keys = fc.stringMatching(/^[\w+=:.-]{6,40}$/).filter(isFree);
const ways = fc.constantFrom(...Object.values(spellings));

describe("redactText", () => {
  /**
   * Whether the whole of it was found, and what stands around is left. Of the first and last letter signs of their encoding may
   * be left: the last digit of `%2535` is the first letter of a key that begins with 5, too.
   */
  const isFound = (secret: string, text: string, more: string): boolean =>
    /^«.{0,9}\[redacted\].{0,4}»$/s.test(redactText(`«${text}»`, [secret])) &&
    /^«.{0,9}\[redacted\].{0,4}»/s.test(redactText(`«${text}»${more}`, [secret]));

  test("finds a secret of any letters, spelled in any way", () => {
    const found = (secret: string, spell: (letter: string) => string, more: string) =>
      isFound(secret, each(secret, spell), more);
    expect(() => fc.assert(fc.property(secrets, ways, fc.string(), found), { numRuns: 2000 })).not.toThrow();
  });

  test("finds a key, each of whose letters is spelled in another way", () => {
    const spelled = keys.chain((key) =>
      fc
        .array(ways, { minLength: key.length, maxLength: key.length })
        .map((all) => ({ key, text: Array.from(key, (letter, index) => all[index]?.(letter)).join("") })),
    );
    const property = fc.property(spelled, fc.string(), ({ key, text }, more) => isFound(key, text, more));
    expect(() => fc.assert(property, { numRuns: 2000 })).not.toThrow();
  });

  test("finds it in base64 of a text around it, and in hexadecimal digits", () => {
    fc.assert(
      fc.property(secrets, fc.string({ maxLength: 9 }), fc.string({ maxLength: 9 }), (secret, before, after) => {
        const whole = before + secret + after;
        // What is around it can hold it once more, and is redacted then, too.
        fc.pre(whole.indexOf(secret) === whole.lastIndexOf(secret));
        const packed = btoa(binary(whole));
        for (const text of [
          packed,
          packed.replaceAll("+", "-").replaceAll("/", "_"),
          each(binary(secret), (byte) => hex(code(byte))),
        ]) {
          expect(redactText(text, [secret])).toContain("[redacted]");
        }
        // At most the letters that hold bits of the neighbors too are left of it.
        const [left = "", ...rest] = redactText(packed, [secret]).split("[redacted]");
        expect(left.length).toBeLessThanOrEqual(Math.ceil((binary(before).length * 8) / 6) + 1);
        expect(rest).toHaveLength(1);
      }),
      { numRuns: 1000 },
    );
  });

  test("finds it beyond ASCII, in other case, and quoted in JSON", () => {
    const secret = 'Schlüssel "🔑"';
    const given = [
      secret,
      encodeURIComponent(secret),
      JSON.stringify(secret),
      secret.replace(/[a-z]/g, (letter) => letter.toUpperCase()),
      btoa(binary(secret)),
    ];
    for (const text of given) expect(redactText(text, [secret])).not.toMatch(/schl|ssel|🔑|f09f/i);
  });

  test("leaves what has none as it is, and takes no time over what looks like one", () => {
    const token = `007${"eJx+/=".repeat(70)}`;
    for (const text of [
      "%25".repeat(20_000),
      "&amp;".repeat(20_000),
      "\\".repeat(65_536),
      "&#0000".repeat(10_000),
      "007eJ".repeat(13_000),
    ]) {
      const begin = performance.now();
      expect(redactText(text, [token, "\\\\\\\\secret", "%%%%%%%%secret", "&&&&&&&&secret"])).toBe(text);
      expect(performance.now() - begin).toBeLessThan(1000);
    }
  });

  test("looks for nothing of three letters or less, which would be found everywhere", () => {
    expect(redactText("abc", ["abc", ""])).toBe("abc");
  });
});
