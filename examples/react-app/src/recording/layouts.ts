import { MixedVideoLayout, type LayoutRegion, type UpdateLayoutClientRequest } from "@agora-edge/core";
import { settings } from "../settings.ts";

const besideTheSpeaker: readonly LayoutRegion[] = [
  { x_axis: 0, y_axis: 0, width: 0.7, height: 1, render_mode: 1 },
  { x_axis: 0.7, y_axis: 0, width: 0.3, height: 0.5 },
  { x_axis: 0.7, y_axis: 0.5, width: 0.3, height: 0.5 },
];

/** The layouts that the page offers, as start and `updateLayout` take them. */
export const layouts = {
  bestFit: { mixedVideoLayout: MixedVideoLayout.BestFit },
  floating: { mixedVideoLayout: MixedVideoLayout.Floating },
  vertical: {
    mixedVideoLayout: MixedVideoLayout.Vertical,
    ...(settings.speaker ? { maxResolutionUid: settings.speaker } : {}),
  },
  custom: { mixedVideoLayout: MixedVideoLayout.Custom, layoutConfig: besideTheSpeaker },
} as const satisfies Record<string, UpdateLayoutClientRequest>;

export type LayoutName = keyof typeof layouts;

export const layoutNames: readonly LayoutName[] = ["bestFit", "floating", "vertical", "custom"];

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Where people are, in fractions of the canvas: for the small picture of each layout. */
export const boxes: Record<LayoutName, readonly Box[]> = {
  bestFit: [
    { x: 0, y: 0, width: 0.5, height: 0.5 },
    { x: 0.5, y: 0, width: 0.5, height: 0.5 },
    { x: 0, y: 0.5, width: 0.5, height: 0.5 },
    { x: 0.5, y: 0.5, width: 0.5, height: 0.5 },
  ],
  floating: [
    { x: 0, y: 0, width: 1, height: 1 },
    { x: 0.04, y: 0.66, width: 0.26, height: 0.28 },
    { x: 0.34, y: 0.66, width: 0.26, height: 0.28 },
  ],
  vertical: [
    { x: 0, y: 0, width: 0.75, height: 1 },
    { x: 0.75, y: 0, width: 0.25, height: 0.33 },
    { x: 0.75, y: 0.33, width: 0.25, height: 0.33 },
    { x: 0.75, y: 0.66, width: 0.25, height: 0.34 },
  ],
  custom: besideTheSpeaker.map(({ x_axis: x, y_axis: y, width, height }) => ({ x, y, width, height })),
};
