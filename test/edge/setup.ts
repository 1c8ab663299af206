import type { TestProject } from "vitest/node";
import { startService } from "../runtimes/service.ts";
import type { SmokeTarget } from "../runtimes/smoke.ts";

declare module "vitest" {
  interface ProvidedContext {
    target: Required<SmokeTarget>;
  }
}

/** The tests run where nothing can listen: the service is started here, outside. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const service = await startService();
  project.provide("target", service.target("from-edge"));
  return () => service.close();
}
