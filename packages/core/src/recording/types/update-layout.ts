import type { VideoLayout } from "./layout.ts";

/**
 * A new layout for a mixed recording. It replaces the old one whole: what is left out returns to its default.
 *
 * Agora docs: updateLayout, clientRequest
 */
export type UpdateLayoutClientRequest = VideoLayout;
