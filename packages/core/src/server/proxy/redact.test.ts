import { describe, expect, test } from "vitest";
import { clientRequest, createWorld } from "../testing/world.ts";
import { redactAnswer } from "./redact.ts";

const secret = 'a/b+c=Ü\n"d\\e';
const escaped = JSON.stringify(secret).slice(1, -1);
const slashed = escaped.replaceAll("/", "\\/");
const hex = (text: string) =>
  Array.from(text, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0").toUpperCase()}`).join("");
const nested = (inner: string, times: number): string =>
  times === 0 ? inner : nested(JSON.stringify(inner), times - 1);

describe("redactAnswer", () => {
  test.each([
    ["as it is", secret],
    ["as JSON", escaped],
    ["with \\/", slashed],
    ["in hex", hex(secret)],
    ["in part", slashed.replace("=", "\\u003d")],
    ["in prose around JSON", `bad request: {"x":"${slashed}"}`],
  ])("hides a secret %s, however deep", (_, text) => {
    for (const answer of [
      text,
      `{"reason":"${text.includes("bad") || text === secret ? "" : text}"}`,
      JSON.stringify({ reason: text }),
      JSON.stringify({ [text]: 1 }),
      JSON.stringify({ request: JSON.stringify([{ x: text }]) }),
      nested(text, 3),
      `<p>${JSON.stringify(JSON.stringify(text))}</p>`,
    ]) {
      const clean = redactAnswer(answer, [secret]);
      expect(clean).not.toContain("[redacted]".repeat(2));
      let left = clean;
      for (let depth = 0; depth < 6; depth++) {
        expect(left).not.toContain(secret);
        expect(left).not.toMatch(/b\+c/);
        left = left.replace(/\\(u[\da-fA-F]{4}|.)/g, (_match, code: string) =>
          code.length === 5 ? String.fromCharCode(Number.parseInt(code.slice(1), 16)) : code,
        );
      }
    }
  });

  test("hides fields by their names, but for those that a page needs", () => {
    const answer = { tokenName: "t1", grant: "g", secretKey: "k1", list: [{ rtcToken: 7, uid: "1" }] };
    const clean = {
      tokenName: "t1",
      grant: "g",
      secretKey: "[redacted]",
      list: [{ rtcToken: "[redacted]", uid: "1" }],
    };
    expect(JSON.parse(redactAnswer(JSON.stringify(answer), []))).toEqual(clean);
    expect(JSON.parse(redactAnswer(JSON.stringify({ request: JSON.stringify(answer) }), []))).toEqual({
      request: JSON.stringify(clean),
    });
  });

  test.each(['{ "a": 12345678901234567890, "b": "x\\/y", "token": null }', "<p>\\/</p>", "", "7", '"\\u0041"'])(
    "leaves %s as it came",
    (text) => expect(redactAnswer(text, ["secret"])).toBe(text),
  );

  test("reads both of two equal names, and no depth without end", () => {
    expect(redactAnswer('{"a":"secret","a":"x"}', ["secret"])).toBe('{"a":"x"}');
    const deep = `${"[".repeat(20_000)}"secret"${"]".repeat(20_000)}`;
    expect(redactAnswer(deep, ["secret"])).not.toContain("secret");
  });

  test("takes no time over backslashes", () => {
    const begin = performance.now();
    redactAnswer("\\".repeat(65_536), ["\\\\\\\\secret", "x".repeat(400)]);
    expect(performance.now() - begin).toBeLessThan(1000);
  });
});

test("an answer that quotes what prepare added, escaped, does not show it", async () => {
  const token = "007canary/with+letters=";
  const quoting = async (input: RequestInfo | URL, init?: RequestInit): Promise<Response> => {
    const request = new Request(input, init);
    if (request.url.endsWith("/acquire")) return Response.json({ resourceId: "R1" });
    const body = (await request.text()).replaceAll("/", "\\/").replaceAll("=", "\\u003d");
    return new Response(`{"code":2,"reason":${JSON.stringify(`bad: ${body}`)},"request":${body}}`, { status: 400 });
  };
  const world = createWorld({
    server: { fetch: quoting },
    prepare: {
      "recording.start": ({ body }) => ({
        ...body,
        clientRequest: {
          ...body.clientRequest,
          token,
          storageConfig: { vendor: 1, region: 0, bucket: "b", accessKey: "short", secretKey: "canary/key" },
        },
      }),
    },
  });
  const { recording } = world.page("alice");
  const lease = await recording.acquire({ cname: "room-1", uid: "900001" });
  await recording.start({ ...lease, mode: "mix", clientRequest }).catch(() => {});
  const text = world.answers.at(-1) ?? "";
  expect(text).toContain("bad: ");
  expect(text).not.toMatch(/with\+letters|canary/);
});
