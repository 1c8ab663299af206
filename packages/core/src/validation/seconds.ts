/** More than any time in Unix seconds that is meant: what is beyond are milliseconds. */
export const MAX_SECONDS = 99_999_999_999;
