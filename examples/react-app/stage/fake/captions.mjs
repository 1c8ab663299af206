const heartbeat = 15_000;

/** What a page in the channel would get as data stream messages, as server-sent events: `{ uid, data }`, data in base64. */
export function streamCaptions(fake, channel, response) {
  response.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-store, no-transform" });
  response.write(": hello\n\n");
  const leave = fake.captions(channel).onCaption((bytes, uid) => {
    const data = Buffer.from(bytes).toString("base64");
    response.write(`data: ${JSON.stringify({ uid, data })}\n\n`);
  });
  const timer = setInterval(() => response.write(": still here\n\n"), heartbeat);
  response.once("close", () => {
    leave();
    clearInterval(timer);
  });
}
