import type { Template } from "./templates.ts";

const docs = "https://github.com/agora-edge/agora-edge/blob/main/docs/quick-start";

/** The package manager that runs this: `npm create` and its like say so in `npm_config_user_agent`. */
export function packageManagerOf(userAgent: string | undefined): string {
  const name = userAgent?.split("/")[0] ?? "";
  return ["pnpm", "yarn", "bun"].includes(name) ? name : "npm";
}

const quoted = (folder: string) => (/^[\w@%+=:,./-]+$/.test(folder) ? folder : JSON.stringify(folder));

/** What to do after the files are there. */
export function nextSteps(folder: string, { settings, guide }: Template, packageManager: string): string {
  return [
    ...(folder === "." ? [] : [`  cd ${quoted(folder)}`]),
    `  ${packageManager} install`,
    `  ${packageManager} run dev`,
    "",
    "It runs against a fake Agora in memory: you need no account.",
    `To record at Agora, put your values into ${settings}:`,
    `  ${docs}/README.md#values-of-agora-console`,
    `How it works: ${docs}/${guide}.md`,
  ].join("\n");
}
