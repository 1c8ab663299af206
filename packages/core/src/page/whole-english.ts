// A file of its own in `dist`, which shares nothing with others (`tsdown.config.ts`): what it has is no part of what a page loads
// first.
export { en } from "../locales/en.ts";
