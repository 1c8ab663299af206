import { useEffect, useRef, useState } from "react";
import { useLanguage } from "../language/use-language.ts";
import { playbackUrl } from "./playback-url.ts";

const hlsType = "application/vnd.apple.mpegurl";

/** Plays an MP4 or HLS file. Who only records never loads the HLS player, nor does a browser that has its own. */
export function Player({ fileName }: { fileName: string }) {
  const { words } = useLanguage();
  const video = useRef<HTMLVideoElement>(null);
  const [failed, setFailed] = useState(false);
  const url = playbackUrl(fileName);

  useEffect(() => {
    const element = video.current;
    if (!element || !url) return;
    let isGone = false;
    let end = () => {};
    const play = async () => {
      if (!fileName.endsWith(".m3u8") || element.canPlayType(hlsType) !== "") {
        element.src = url;
        return;
      }
      const { default: Hls } = await import("hls.js");
      if (isGone) return;
      const hls = new Hls();
      end = () => hls.destroy();
      hls.on(Hls.Events.ERROR, (_, { fatal }) => {
        if (fatal) setFailed(true);
      });
      hls.loadSource(url);
      hls.attachMedia(element);
    };
    play().catch(() => setFailed(true));
    return () => {
      isGone = true;
      end();
    };
  }, [fileName, url]);

  return (
    <div className="player">
      {/* Recordings have no subtitles. */}
      <video ref={video} controls playsInline aria-label={fileName} onError={() => setFailed(true)} />
      {failed && <p role="alert">{words.cannotPlay}</p>}
    </div>
  );
}
