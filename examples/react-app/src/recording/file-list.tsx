import type { RecordingFile } from "@agora-edge/core";
import { useId, useState } from "react";
import { useLanguage } from "../language/use-language.ts";
import { Player } from "./player.tsx";

interface Props {
  files: readonly RecordingFile[];
  isLive: boolean;
  /** Where the Worker has a file of this recording. */
  urlOf: (fileName: string) => string;
}

/** MP4 files are uploaded when the next begins, or at the end. */
const isThere = ({ fileName, isPlayable }: RecordingFile, isLive: boolean) =>
  isPlayable !== false && !(isLive && fileName.endsWith(".mp4"));

/** The files as they appear, and a player for those that are in the bucket. */
export function FileList({ files, isLive, urlOf }: Props) {
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
                {isThere(file, isLive) && (
                  <button
                    type="button"
                    className="button button-small"
                    aria-expanded={isOpen}
                    onClick={() => setPlaying(isOpen ? null : file.fileName)}
                  >
                    {isOpen ? words.close : words.play}
                  </button>
                )}
                {isOpen && <Player url={urlOf(file.fileName)} label={file.fileName} />}
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
