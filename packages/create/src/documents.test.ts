// The code of the templates is that of the quick starts. `vitest -u` writes it anew after a change of a document.
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { readGuide } from "../../../test/site/guides/guide.ts";
import { templates } from "./templates.ts";

const fileOf = (template: string, path: string) =>
  fileURLToPath(new URL(`../templates/${template}/${path.replace(/(^|\/)\.(?=[^/]+$)/, "$1_")}`, import.meta.url));

const files = templates.flatMap(({ name, guide }) =>
  [...readGuide(`quick-start/${guide}`).files]
    // Express stands for Hono there, in place of the same lines.
    .filter(([path]) => path !== "express.mjs")
    .map(([path, text]) => ({ name, path, text })),
);

test.each(files)("$path of $name is what its quick start says", async ({ name, path, text }) => {
  await expect(text).toMatchFileSnapshot(fileOf(name, path));
});

test.each(templates)("the settings of $name are in a file of its quick start", ({ guide, settings }) => {
  expect([...readGuide(`quick-start/${guide}`).files.keys()]).toContain(settings);
});
