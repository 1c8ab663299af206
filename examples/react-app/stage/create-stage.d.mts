import type { FakeAgora } from "@agora-edge/msw/fake";

export interface StageOptions {
  /** 0: any free one. Default: 5173 */
  port?: number;
  /**
   * The page as a host would deliver it, instead of Vite's development server; a folder: as it was built there. Default:
   * false
   */
  built?: boolean | string;
}

export interface FakeStageOptions extends StageOptions {
  /** Whether the page shows what steers the fake. Default: true */
  strip?: boolean;
  /** How many times as fast as yours the clock of the fake goes at first. Default: 1 */
  speed?: number;
}

export interface LiveStage {
  /** Without a slash at its end. */
  readonly url: string;
  close(): Promise<void>;
}

export interface Stage extends LiveStage {
  readonly fake: FakeAgora;
  /** What is in the bucket. */
  readonly bucket: { keys(): string[] };
  setSpeed(speed: number): void;
}

export interface BuiltPage {
  readonly outDir: string;
  remove(): Promise<void>;
}

/** Builds the page once, for the `built` of many stages with the same `strip`. */
export function buildFakePage(options?: Pick<FakeStageOptions, "strip">): Promise<BuiltPage>;

export function createStage(options?: FakeStageOptions): Promise<Stage>;
