// The public API of each entry, written down in etc/: a change of it is a change of that file, which somebody reads.
// With `--update` the files are written anew; without it, a file that is not true any more is a failure.
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Extractor, ExtractorConfig } from "@microsoft/api-extractor";
import { packages, root } from "./lib/workspace.mjs";

const isUpdate = process.argv.includes("--update");
const reports = join(root, "etc");
const silent = { default: { logLevel: "none" } };
const temporary = mkdtempSync(join(tmpdir(), "api-reports-"));

/** Each entry of a package that has types: `core`, `core-server`, `core-locales-en`. */
function entriesOf({ name, folder }) {
  const { exports } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  return Object.entries(exports).flatMap(([entry, { types }]) => {
    if (types === undefined) return [];
    const report = [name, ...entry.split("/").slice(1)].join("-");
    return [{ report, folder, types: join(folder, types) }];
  });
}

function isTrue({ report, folder, types }) {
  const compilerOptions = {
    module: "esnext",
    moduleResolution: "bundler",
    target: "es2022",
    lib: ["es2023", "dom"],
    jsx: "react-jsx",
    skipLibCheck: true,
  };
  const config = ExtractorConfig.prepare({
    configObject: {
      projectFolder: folder,
      mainEntryPointFilePath: types,
      compiler: { overrideTsconfig: { compilerOptions, files: [types] } },
      apiReport: { enabled: true, reportFolder: reports, reportTempFolder: temporary, reportFileName: report },
      docModel: { enabled: false },
      dtsRollup: { enabled: false },
      tsdocMetadata: { enabled: false },
      messages: { extractorMessageReporting: silent, compilerMessageReporting: silent, tsdocMessageReporting: silent },
    },
    configObjectFullPath: undefined,
    packageJsonFullPath: join(folder, "package.json"),
  });
  const { apiReportChanged } = Extractor.invoke(config, {
    localBuild: isUpdate,
    messageCallback: (message) => (message.handled = true),
  });
  return isUpdate || (!apiReportChanged && existsSync(join(reports, `${report}.api.md`)));
}

mkdirSync(reports, { recursive: true });
const changed = packages.flatMap(entriesOf).filter((entry) => !isTrue(entry));
rmSync(temporary, { recursive: true });
if (changed.length > 0) {
  console.error(`The public API of ${changed.map(({ report }) => report).join(", ")} has changed.`);
  console.error(
    "If that is meant: `pnpm build && node scripts/api-reports.mjs --update`, read the difference, and add a changeset.",
  );
  process.exit(1);
}
