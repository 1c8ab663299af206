import { smoke } from "../smoke.ts";

Object.assign(globalThis, { smokeAsJson: async (target: string) => JSON.stringify(await smoke(JSON.parse(target))) });
