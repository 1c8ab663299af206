// The service of P3, in a process of its own: answers every request at once and keeps connections.
import { createServer } from "node:http";
import { answers } from "./wire.mjs";

const text = JSON.stringify(answers.query);
const server = createServer((request, response) => {
  request.resume();
  response.writeHead(200, {
    "content-type": "application/json",
    "content-length": Buffer.byteLength(text),
    "x-request-id": "request-1",
  });
  response.end(text);
});
server.keepAliveTimeout = 60_000;
server.listen(0, "127.0.0.1", () => process.send(server.address().port));
process.on("disconnect", () => process.exit(0));
