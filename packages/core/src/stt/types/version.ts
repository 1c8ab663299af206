/**
 * Generation of the Speech-to-Text API.
 *
 * - `v7`: the agents API, the only one for new projects.
 * - `v6`, `v5`: flat bodies with a builder token. Service ended on 2026-06-11.
 * - `beta`: the nested body (`audio`, `config`) that the migration guides call 5.x. Service ended on 2026-06-11.
 */
export type SttVersion = "v7" | SttTaskVersion;

/** The generations that need a builder token. Service ended on 2026-06-11; new projects can only use `v7`. */
export type SttTaskVersion = "v6" | "v5" | "beta";
