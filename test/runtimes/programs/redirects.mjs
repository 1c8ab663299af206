// For Node, Deno and Bun alike.
import { followNoRedirect } from "../redirects.ts";

const [target] = typeof Deno === "object" ? Deno.args : process.argv.slice(2);
console.log(JSON.stringify(await followNoRedirect(JSON.parse(target))));
