/**
 * How a channel or page is recorded; fixed at start. `individual`: one set of files for each user, `mix`: all users in
 * one (composite), `web`: a web page.
 *
 * Agora docs: start, path parameter mode
 */
export type RecordingMode = "individual" | "mix" | "web";
