// The script of the page that `agora-edge play` opens: hls.js where the browser needs it.
import HlsPlayer from "hls.js";

const video = document.querySelector<HTMLVideoElement>("#video");
const select = document.querySelector<HTMLSelectElement>("#uid");
const message = document.querySelector("#message");

function show(text: string): void {
  if (message) message.textContent = text;
}

/** What the handler says of a file that cannot be played. */
async function explain(address: string): Promise<void> {
  const answer: unknown = await fetch(address)
    .then((response) => response.json())
    .catch(() => null);
  const said: unknown =
    typeof answer === "object" && answer !== null && "message" in answer ? answer.message : undefined;
  show(typeof said === "string" ? said : "The recording cannot be played.");
}

let hls: HlsPlayer | undefined;

function play(player: HTMLVideoElement): void {
  const { source = "" } = player.dataset;
  if (source === "") return show("The recording has no file that a browser plays.");
  const address = select ? `${source}?uid=${encodeURIComponent(select.value)}` : source;
  hls?.destroy();
  if (!source.endsWith(".m3u8") || !HlsPlayer.isSupported()) {
    player.src = address;
    player.addEventListener("error", () => void explain(address), { once: true });
    return;
  }
  hls = new HlsPlayer();
  hls.on(HlsPlayer.Events.ERROR, (_, { fatal }) => {
    if (fatal) void explain(address);
  });
  hls.loadSource(address);
  hls.attachMedia(player);
}

/** The first subtitles, until somebody chooses others. */
function showSubtitles({ textTracks }: HTMLVideoElement): void {
  const [first] = textTracks;
  if (first && [...textTracks].every(({ mode }) => mode === "disabled")) first.mode = "showing";
}

if (video) {
  video.textTracks.addEventListener("addtrack", () => showSubtitles(video));
  select?.addEventListener("change", () => play(video));
  play(video);
}
