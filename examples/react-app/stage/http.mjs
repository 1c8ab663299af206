/** A JSON object that was sent, at most 64 KiB of it. */
export async function readJson(request) {
  let text = "";
  for await (const chunk of request.setEncoding("utf8")) {
    text += chunk;
    if (text.length > 65_536) throw new RangeError("That is too long.");
  }
  const body = JSON.parse(text);
  if (typeof body !== "object" || body === null) throw new RangeError("Send a JSON object.");
  return body;
}

export function reply(response, status, body) {
  response.writeHead(status, { "content-type": "application/json", "cache-control": "no-store" });
  response.end(JSON.stringify(body));
}
