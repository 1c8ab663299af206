// Imports go down only: no room of a package imports from one above it, and no files import each other in a circle.
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize, relative } from "node:path/posix";
import { layers } from "./lib/layers.mjs";
import { root } from "./lib/workspace.mjs";

const specifier = /(?:from|import\()\s*"(\.[^"]+)"/g;

function sourcesIn(folder) {
  return readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((file) => /\.tsx?$/.test(file) && !/\.test(-d)?\.tsx?$/.test(file) && !file.includes("testing/"))
    .map((file) => join(folder, file));
}

/** The files that each file imports. Tests may import what they test, wherever that is. */
function readImports(folder) {
  const files = new Set(sourcesIn(folder));
  const targetsOf = (file) =>
    [...readFileSync(join(root, file), "utf8").matchAll(specifier)]
      .map(([, path]) => normalize(join(dirname(file), path)))
      .filter((path) => files.has(path));
  return new Map([...files].map((file) => [file, targetsOf(file)]));
}

function findCircle(imports) {
  const done = new Set();
  const path = [];
  const visit = (file) => {
    if (path.includes(file)) return [...path.slice(path.indexOf(file)), file];
    if (done.has(file)) return undefined;
    path.push(file);
    for (const target of imports.get(file)) {
      const circle = visit(target);
      if (circle) return circle;
    }
    path.pop();
    done.add(file);
    return undefined;
  };
  for (const file of imports.keys()) {
    const circle = visit(file);
    if (circle) return circle;
  }
  return undefined;
}

function checkPackage([folder, floors]) {
  const problems = [];
  const imports = readImports(folder);
  const heights = new Map(floors.flatMap((rooms, height) => rooms.map((room) => [room, height])));
  /** The listed folder that is nearest to the file. */
  const roomOf = (file) => {
    for (let room = relative(folder, dirname(file)) || "."; ; room = dirname(room)) {
      if (heights.has(room) || room === ".") return room;
    }
  };
  for (const [file, targets] of imports) {
    const room = roomOf(file);
    if (!heights.has(room)) problems.push(`${file}: its room ${room} is not in scripts/lib/layers.mjs`);
    for (const target of targets) {
      const isBelow = heights.get(roomOf(target)) < heights.get(room);
      if (roomOf(target) !== room && !isBelow) problems.push(`${file} imports ${target}, which is not below it`);
    }
  }
  const circle = findCircle(imports);
  if (circle) problems.push(`a circle: ${circle.join(" → ")}`);
  return problems;
}

const problems = Object.entries(layers).flatMap(checkPackage);
if (problems.length > 0) {
  console.error(problems.join("\n"));
  process.exit(1);
}
