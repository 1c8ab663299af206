// What the compiler says of a field that another mode has.
import { join } from "node:path";
import { expect, test } from "vitest";
import { compile, root } from "./compile.ts";

const setup = {
  app: join(root, "test", "types"),
  typescript: "typescript",
  moduleResolution: "bundler",
  lib: ["ES2023"],
  types: ["node"],
} as const;

const program = `
import type { IndividualClientRequest, RawClientRequest, WebClientRequest } from "@agora-edge/core";
const transcodingConfig = { width: 1280, height: 720, fps: 15, bitrate: 1500 };
export const layout: IndividualClientRequest = { recordingConfig: { subscribeUidGroup: 0, transcodingConfig } };
export const profile: RawClientRequest["recordingConfig"] = { audioProfile: 1 };
export const streams: RawClientRequest["recordingConfig"] = { streamMode: "standard" };
export const token: Pick<WebClientRequest, "token"> = { token: "007" };
`;

test("a field of another mode is named with the mode that it belongs to", { timeout: 120_000 }, async () => {
  const said = await compile(setup, [program]);
  for (const reason of ["only in mode mix", "only in mode individual", "mode web joins no channel"]) {
    expect(said).toMatch(new RegExp(`(NotHere|Refused)<"${reason}">`));
  }
  expect(said.match(/^\S.*error TS/gm)).toHaveLength(4);
});
