/** Plays an HLS file. Who only records never loads the player for it. */
async function playList(element: HTMLVideoElement, url: string, signal: AbortSignal, onFail: () => void) {
  const { default: Hls } = await import("hls.js");
  if (signal.aborted) return;
  // iPhones have no Media Source, and a player of their own.
  if (!Hls.isSupported()) {
    element.src = url;
    return;
  }
  const hls = new Hls();
  signal.addEventListener("abort", () => hls.destroy());
  hls.on(Hls.Events.ERROR, (_, { fatal }) => {
    if (fatal) onFail();
  });
  hls.loadSource(url);
  hls.attachMedia(element);
}

/** Gives an element a file to play, and shows its first subtitles. Returns how to end that. */
export function playFile(element: HTMLVideoElement, url: string, onFail: () => void): () => void {
  const ended = new AbortController();
  const { textTracks } = element;
  const showFirst = () => {
    const [first] = textTracks;
    if (first && [...textTracks].every(({ mode }) => mode === "disabled")) first.mode = "showing";
  };
  textTracks.addEventListener("addtrack", showFirst, { signal: ended.signal });
  if (/\.m3u8(\?|$)/.test(url)) playList(element, url, ended.signal, onFail).catch(onFail);
  else element.src = url;
  return () => ended.abort();
}
