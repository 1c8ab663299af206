import type { Absent } from "../../validation/absent.ts";

/**
 * How the users of a mixed recording share the canvas.
 *
 * Agora docs: start, transcodingConfig, mixedVideoLayout
 */
export const MixedVideoLayout = {
  /** The first user fills the canvas, the others float above in small regions. */
  Floating: 0,
  /** Equal regions. */
  BestFit: 1,
  /** One large region for `maxResolutionUid`, small ones at the right. */
  Vertical: 2,
  /** The regions of `layoutConfig`. */
  Custom: 3,
} as const;

export type MixedVideoLayout = (typeof MixedVideoLayout)[keyof typeof MixedVideoLayout];

/**
 * How a picture fills a region of another shape.
 *
 * Agora docs: start, layoutConfig and backgroundConfig, render_mode
 */
export const RenderMode = {
  /** Fill the region, cut off what does not fit. */
  Crop: 0,
  /** Show the whole picture, with bars. */
  Fit: 1,
} as const;

export type RenderMode = (typeof RenderMode)[keyof typeof RenderMode];

/** The layout and the backgrounds of a mixed recording. */
export type VideoLayout = LayoutChoice & LayoutBackground;

export type LayoutChoice = PredefinedLayout | CustomLayout;

export interface PredefinedLayout {
  /** {@link MixedVideoLayout}. Default 0, floating. */
  mixedVideoLayout?: 0 | 1 | 2 | Absent;
  /** Only layout 3 has regions of its own. */
  layoutConfig?: readonly [] | Absent;
  /** The user in the large region of layout 2: an integer from 1 to 4294967295. Without it that region stays background. */
  maxResolutionUid?: string | Absent;
}

export interface CustomLayout {
  /** {@link MixedVideoLayout}: custom. */
  mixedVideoLayout: 3;
  /** The regions, at most 17. Users without a region are still subscribed to. */
  layoutConfig: readonly LayoutRegion[];
  maxResolutionUid?: string | Absent;
}

/** Colours and pictures behind the users. A picture comes 3.5 s after a user's video stopped. */
export interface LayoutBackground {
  /** Canvas colour, `#` and six hexadecimal digits. Default `"#000000"`. */
  backgroundColor?: string | Absent;
  /** URL of the picture behind all users. */
  backgroundImage?: string | Absent;
  /** URL of the picture for users without one in `backgroundConfig`. */
  defaultUserBackgroundImage?: string | Absent;
  /** Pictures of single users. */
  backgroundConfig?: readonly UserBackground[] | Absent;
}

/**
 * A region of the canvas. Numbers are fractions of the canvas from 0 to 1, counted from the upper left corner; a region
 * must lie within it.
 *
 * Agora docs: start, transcodingConfig, layoutConfig
 */
export interface LayoutRegion {
  /** Who is shown, a 32-bit unsigned integer. Default: the next user in the order of joining. */
  uid?: string | Absent;
  /** Left edge. */
  x_axis: number;
  /** Upper edge. */
  y_axis: number;
  /** Width; `x_axis + width` is at most 1. */
  width: number;
  /** Height; `y_axis + height` is at most 1. */
  height: number;
  /** From 0, transparent, to 1, opaque. Default 1. */
  alpha?: number | Absent;
  /** {@link RenderMode}. Default 0, crop. */
  render_mode?: RenderMode | Absent;
}

/**
 * The picture shown while a user sends no video.
 *
 * Agora docs: start, transcodingConfig, backgroundConfig
 */
export interface UserBackground {
  /** The user in the picture. */
  uid: string;
  /** URL of a JPG or BMP of at most 6 MB. It is left out when it cannot be loaded. */
  image_url: string;
  /** {@link RenderMode}. Default 0, crop. */
  render_mode?: RenderMode | Absent;
}
