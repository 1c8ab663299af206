// What is in the packages that are published: built files with their maps, sources, documents, and nothing else.
import { packages, run } from "./lib/workspace.mjs";

const allowed = [
  /^dist\/[\w./-]+\.(js|js\.map|d\.ts|d\.ts\.map)$/,
  /^src\/[\w./-]+\.tsx?$/,
  /^(README|CHANGELOG)\.md$/,
  /^LICENSE$/,
  /^package\.json$/,
];
/** Files of other projects, whose names are theirs. */
const templates = /^templates\//;
const unwanted = /\.(test|test-d|full\.test)\.tsx?$|(^|\/)testing\//;
const required = ["README.md", "CHANGELOG.md", "LICENSE", "package.json"];

for (const { name, folder } of packages) {
  const { ok, output } = await run("pnpm", ["pack", "--dry-run", "--json"], { cwd: folder });
  if (!ok) throw new Error(output);
  const files = JSON.parse(output.slice(output.indexOf("{"))).files.map(({ path }) => path);
  const problems = [
    ...files
      .filter(
        (file) =>
          unwanted.test(file) ||
          (!allowed.some((one) => one.test(file)) && !(name === "create" && templates.test(file))),
      )
      .map((file) => `${file} is in it`),
    ...required.filter((file) => !files.includes(file)).map((file) => `${file} is missing`),
  ];
  if (problems.length > 0) {
    console.error([`packages/${name}`, ...problems].join("\n  "));
    process.exitCode = 1;
  }
}
