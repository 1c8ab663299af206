// On what it was measured. No names of machines, users or folders.
import { execFileSync } from "node:child_process";
import { createRequire } from "node:module";
import { arch, availableParallelism, cpus, release, totalmem, type } from "node:os";
import { join } from "node:path";
import { root } from "../../scripts/lib/workspace.mjs";

const require = createRequire(join(root, "package.json"));

function versionOf(name) {
  const [first = "unknown"] = execFileSync(join(root, "node_modules", ".bin", name), ["--version"], {
    encoding: "utf8",
  })
    .trim()
    .split("\n");
  return /\d+\.\d+\.\d+/.exec(first)?.[0] ?? first;
}

function workerdVersion() {
  const miniflare = createRequire(require.resolve("miniflare"));
  return miniflare("workerd/package.json").version;
}

/** What a function gives, or that it is not known: no figure depends on it. */
function attempt(read) {
  try {
    return read();
  } catch {
    return "unknown";
  }
}

export function describeMachine() {
  const [cpu] = cpus();
  return [
    ["Processor", `${cpu?.model.trim() ?? "unknown"}, ${availableParallelism()} cores`],
    ["Memory", `${Math.round(totalmem() / 1024 ** 3)} GiB`],
    ["System", `${type()} ${release().split("-")[0]}, ${arch()}`],
    ["Node", process.versions.node],
    ["workerd", attempt(workerdVersion)],
    ["Deno", attempt(() => versionOf("deno"))],
    ["Bun", attempt(() => versionOf("bun"))],
    ["Date", new Date().toISOString().slice(0, 10)],
  ];
}
