import { list, number, object, text, type JsonObject } from "../../runtime/json.ts";

/** The layout of the composite picture, complete: what a request leaves out has its default. */
export interface Layout {
  readonly mixedVideoLayout: number;
  readonly maxResolutionUid: string | null;
  readonly backgroundColor: string;
  readonly backgroundImage: string | null;
  readonly defaultUserBackgroundImage: string | null;
  readonly layoutConfig: readonly JsonObject[];
  readonly backgroundConfig: readonly JsonObject[];
}

export function readLayout(request: JsonObject): Layout {
  return {
    mixedVideoLayout: number(request.mixedVideoLayout, 0),
    maxResolutionUid: text(request.maxResolutionUid, "") || null,
    backgroundColor: text(request.backgroundColor, "") || "#000000",
    backgroundImage: text(request.backgroundImage, "") || null,
    defaultUserBackgroundImage: text(request.defaultUserBackgroundImage, "") || null,
    layoutConfig: request.mixedVideoLayout === 3 ? list(request.layoutConfig).map(object) : [],
    backgroundConfig: list(request.backgroundConfig).map(object),
  };
}
