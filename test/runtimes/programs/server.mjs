// For Node, Deno and Bun alike.
import { serverSmoke } from "../server-smoke.ts";

const [input] = typeof Deno === "object" ? Deno.args : process.argv.slice(2);
const core = import.meta.resolve("@agora-edge/core/server");
console.log(JSON.stringify({ ...(await serverSmoke(JSON.parse(input))), core }));
