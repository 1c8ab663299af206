// Publishes what the registry does not have yet: `npm run release`. With `--dry-run` it says what that would be.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { packages, root, run } from "./lib/workspace.mjs";

const isDryRun = process.argv.includes("--dry-run");

async function step(command, args, options) {
  const { ok, output } = await run(command, args, options);
  if (!ok) throw new Error(`${command} ${args.join(" ")}\n${output}`);
  return output;
}

for (const script of ["build", "check-packages", "check-tarballs"])
  await step("node", [join("scripts", `${script}.mjs`)]);

if (isDryRun) {
  for (const { folder } of packages) {
    const { name, version } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
    const packed = await step("pnpm", ["pack", "--dry-run", "--json"], { cwd: folder });
    const { files } = JSON.parse(packed.slice(packed.indexOf("{")));
    console.log(`${name}@${version}: ${files.length} files`);
    for (const { path } of files.filter((file) => !file.path.startsWith("src/"))) console.log(`  ${path}`);
  }
  console.log("\nChanges that wait for the next version:");
  console.log((await step("changeset", ["status", "--verbose"])).trim());
} else {
  await step("changeset", ["publish"], { cwd: root, show: true });
}
