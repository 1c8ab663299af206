import { useEffect, useRef, useState } from "react";
import { useLanguage } from "../language/use-language.ts";

interface Props {
  /** Of an MP4 file, or of a playlist. */
  url: string;
  label: string;
}

/** Plays an MP4 or HLS file, with subtitles where the playlist has some. Who only records never loads the HLS player. */
export function Player({ url, label }: Props) {
  const { words } = useLanguage();
  const video = useRef<HTMLVideoElement>(null);
  const [failed, setFailed] = useState(false);

  useEffect(() => {
    const element = video.current;
    if (!element) return;
    let isGone = false;
    let end = () => {};
    const play = async () => {
      const { default: Hls } = await import("hls.js");
      if (isGone) return;
      // iPhones have no Media Source, and a player of their own.
      if (!Hls.isSupported()) {
        element.src = url;
        return;
      }
      const hls = new Hls();
      end = () => hls.destroy();
      hls.on(Hls.Events.ERROR, (_, { fatal }) => {
        if (fatal) setFailed(true);
      });
      hls.loadSource(url);
      hls.attachMedia(element);
    };
    const { textTracks } = element;
    const showFirst = () => {
      const [first] = textTracks;
      if (first && [...textTracks].every(({ mode }) => mode === "disabled")) first.mode = "showing";
    };
    textTracks.addEventListener("addtrack", showFirst);
    setFailed(false);
    if (!/\.m3u8(\?|$)/.test(url)) element.src = url;
    else play().catch(() => setFailed(true));
    return () => {
      isGone = true;
      textTracks.removeEventListener("addtrack", showFirst);
      end();
    };
  }, [url]);

  return (
    <div className="player">
      {/* Subtitles come with the playlist. */}
      <video ref={video} controls playsInline aria-label={label} onError={() => setFailed(true)} />
      {failed && <p role="alert">{words.cannotPlay}</p>}
    </div>
  );
}
