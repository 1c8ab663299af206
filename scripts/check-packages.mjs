// What npm users of the packed packages would meet: publint reads the manifest, attw resolves the types.
import { packages, run } from "./lib/workspace.mjs";

for (const { name, folder } of packages) {
  const results = await Promise.all([
    run("publint", ["--strict", "--pack", "pnpm"], { cwd: folder }),
    run("attw", ["--pack", ".", "--profile", "esm-only", "--no-emoji"], { cwd: folder }),
  ]);
  for (const { ok, output } of results) {
    if (ok) continue;
    console.error(`packages/${name}\n${output}`);
    process.exitCode = 1;
  }
}
if (!process.exitCode) console.log("publint and attw find nothing to complain about.");
