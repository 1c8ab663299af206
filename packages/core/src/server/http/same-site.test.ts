import { describe, expect, test } from "vitest";
import { assertSameSite, type SameSiteOptions } from "../../server.ts";

const address = "https://app.example/recordings/room-1";
const cookie = "session=of-alice";

type Sent = { method?: string; body?: string; url?: string } & Record<string, string>;

/** The status of the refusal, or "passes". */
function outcome({ method = "GET", body, url = address, ...headers }: Sent, options?: SameSiteOptions) {
  try {
    assertSameSite(new Request(url, { method, headers, ...(body === undefined ? {} : { body }) }), options);
    return "passes";
  } catch (refusal) {
    return refusal instanceof Response ? refusal.status : refusal;
  }
}

const json = { method: "POST", body: "{}", "content-type": "application/json" };
const allowed = { origin: ["https://page.example"] };

describe("assertSameSite", () => {
  test.each<[name: string, sent: Sent, options?: SameSiteOptions]>([
    ["a page of the server", { ...json, cookie, origin: "https://app.example", "sec-fetch-site": "same-origin" }],
    ["the same in a browser without Sec-Fetch-Site", { ...json, cookie, origin: "https://app.example" }],
    [
      "the same behind a gateway that changes the host",
      { ...json, cookie, origin: "https://www.example", "sec-fetch-site": "same-origin" },
    ],
    [
      "the same behind a gateway that ends TLS",
      { ...json, cookie, origin: "https://app.example", url: address.replace("https", "http") },
    ],
    ["a page of a sibling", { ...json, cookie, origin: "https://www.app.example", "sec-fetch-site": "same-site" }],
    ["a named origin", { ...json, cookie, origin: "https://page.example", "sec-fetch-site": "cross-site" }, allowed],
    ["an address that was typed in", { cookie, "sec-fetch-site": "none" }],
    ["a server with a token", { ...json, authorization: "Bearer t" }],
    ["a server that reads, with a token", { authorization: "Bearer t" }],
    ["a server that deletes, without anything", { method: "DELETE" }],
    ["a notification of Agora", { ...json, "agora-signature-v2": "00" }],
    ["an older browser that reads with the type of JSON", { cookie, "content-type": "application/json" }],
  ])("%s passes", (_, sent, options) => {
    expect(outcome(sent, options)).toBe("passes");
  });

  test.each<[name: string, status: number, sent: Sent, options?: SameSiteOptions]>([
    [
      "a form of another site",
      403,
      {
        method: "POST",
        body: "{}",
        cookie,
        "content-type": "text/plain",
        origin: "https://evil.example",
        "sec-fetch-site": "cross-site",
      },
    ],
    [
      "the same in a browser without Sec-Fetch-Site",
      403,
      { method: "POST", body: "{}", cookie, "content-type": "text/plain", origin: "https://evil.example" },
    ],
    [
      "the same in a browser that sends no origin either",
      403,
      { method: "POST", body: "{}", cookie, "content-type": "text/plain" },
    ],
    ["DELETE of another site", 403, { method: "DELETE", cookie, origin: "https://evil.example" }],
    ["an image of another site", 403, { cookie, "sec-fetch-site": "cross-site" }],
    ["an image of another site in an older browser", 403, { cookie }],
    ["a link of another site", 403, { cookie, "sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate" }],
    ["a password that the browser remembers", 403, { authorization: "Basic YTpi" }],
    ["a WebSocket of another site", 403, { cookie, upgrade: "websocket", origin: "https://evil.example" }],
    ["a sandboxed page", 403, { ...json, cookie, origin: "null", "sec-fetch-site": "cross-site" }],
    ["a page without TLS", 403, { ...json, cookie, origin: "http://app.example" }],
    ["an origin that only begins so", 403, { ...json, origin: "https://page.example.evil.example" }, allowed],
    [
      "a sibling, where origins are named",
      403,
      { ...json, origin: "https://www.app.example", "sec-fetch-site": "same-site" },
      allowed,
    ],
    ["an image of a sibling, where origins are named", 403, { cookie, "sec-fetch-site": "same-site" }, allowed],
    ["a type with a blank that no header may have", 415, { ...json, "content-type": "application/json\u00a0" }],
    [
      "text that holds JSON, from the own site",
      415,
      {
        method: "POST",
        body: "{}",
        cookie,
        "content-type": "text/plain",
        origin: "https://app.example",
        "sec-fetch-site": "same-origin",
      },
    ],
    [
      "a type that only begins so",
      415,
      { ...json, "content-type": "application/jsonp", origin: "https://app.example" },
    ],
  ])("%s: %i", (_, status, sent, options) => {
    expect(outcome(sent, options)).toBe(status);
  });

  test("throws an answer that says why, and that the app gives as it is", async () => {
    const refusal = await Promise.resolve()
      .then(() => assertSameSite(new Request(address, { headers: { "sec-fetch-site": "cross-site" } })))
      .catch((thrown: Response) => thrown);
    expect(await refusal?.json()).toEqual({
      kind: "proxy-forbidden",
      reason: "Pages of this origin may not call this server.",
    });
    expect(refusal?.headers.get("cache-control")).toBe("no-store");
  });
});
