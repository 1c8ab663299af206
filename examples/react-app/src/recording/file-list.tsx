import type { RecordingFile } from "@agora-edge/core";
import { useId, useState } from "react";
import { useLanguage } from "../language/use-language.ts";
import { playbackUrl } from "./playback-url.ts";
import { Player } from "./player.tsx";

/** The files as they appear, and a player where there is an address for them. */
export function FileList({ files, isLive }: { files: readonly RecordingFile[]; isLive: boolean }) {
  const { words } = useLanguage();
  const heading = useId();
  const [playing, setPlaying] = useState<string | null>(null);
  return (
    <section className="files" aria-labelledby={heading}>
      <h3 id={heading}>{words.files}</h3>
      {files.length === 0 ? (
        <p className="hint">{isLive ? words.filesSoon : words.noFiles}</p>
      ) : (
        <ul>
          {files.map((file) => {
            const isOpen = playing === file.fileName;
            return (
              <li key={file.fileName}>
                <FileFacts file={file} />
                {playbackUrl(file.fileName) && file.isPlayable !== false && (
                  <button
                    type="button"
                    className="button button-small"
                    aria-expanded={isOpen}
                    onClick={() => setPlaying(isOpen ? null : file.fileName)}
                  >
                    {isOpen ? words.close : words.play}
                  </button>
                )}
                {isOpen && <Player fileName={file.fileName} />}
              </li>
            );
          })}
        </ul>
      )}
    </section>
  );
}

function FileFacts({ file: { fileName, trackType, uid, sliceStartTime } }: { file: RecordingFile }) {
  const { words, tag } = useLanguage();
  const kind = fileName.slice(fileName.lastIndexOf(".") + 1).toUpperCase();
  const tracks: Readonly<Record<string, string>> = words.tracks;
  const time = sliceStartTime && new Intl.DateTimeFormat(tag, { timeStyle: "medium" }).format(sliceStartTime);
  const facts = [
    kind === "M3U8" ? "HLS" : kind,
    trackType && (tracks[trackType] ?? trackType),
    uid && uid !== "0" && words.speaker(uid),
    time && words.from(time),
  ];
  return (
    <div className="file-facts">
      <span className="file-name">{fileName}</span>
      <small>{facts.filter(Boolean).join(" · ")}</small>
    </div>
  );
}
