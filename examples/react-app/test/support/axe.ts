import { source } from "axe-core";
import type { AxeResults } from "axe-core";
import type { Page } from "playwright";

declare global {
  // oxlint-disable-next-line no-var
  var axe: { run(): Promise<AxeResults> };
}

/** What axe finds serious or critical, as text that says where. */
export async function seriousIn(page: Page): Promise<string[]> {
  await page.evaluate(source);
  const { violations } = await page.evaluate(() => axe.run());
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(" · ")}`);
}
