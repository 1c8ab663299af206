import { useEffect, useRef, useState } from "react";
import { useLanguage } from "../language/use-language.ts";
import { playFile } from "./play-file.ts";

interface Props {
  /** Of an MP4 file, or of a playlist. */
  url: string;
  label: string;
}

/** Plays an MP4 or HLS file, with subtitles where the playlist has some. */
export function Player({ url, label }: Props) {
  const { words } = useLanguage();
  const video = useRef<HTMLVideoElement>(null);
  /** The address that cannot be played. The next one may. */
  const [failed, setFailed] = useState<string | null>(null);

  useEffect(() => {
    const element = video.current;
    if (!element) return;
    return playFile(element, url, () => setFailed(url));
  }, [url]);

  return (
    <div className="player">
      {/* Subtitles come with the playlist. */}
      <video ref={video} controls playsInline aria-label={label} onError={() => setFailed(url)} />
      {failed === url && <p role="alert">{words.cannotPlay}</p>}
    </div>
  );
}
