import { tmpdir } from "node:os";
import { run } from "../site/guides/sandbox.ts";

/** The newest version of a package, by npm. */
export async function newestOf(name: string): Promise<string> {
  const { stdout } = await run(tmpdir(), "npm", ["view", name, "version", "--prefer-offline"]);
  return stdout.trim();
}
