/** Pages that are there in English alone, by their slugs. The site shows them in English, with a note, until then. */
export const untranslated: readonly string[] = [];
