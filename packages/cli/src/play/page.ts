import type { RecordingObject } from "@agora-edge/core/files";
import { sizeOf, timeOf } from "../print/text.ts";

const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.codePointAt(0)};`);

export interface PageOf {
  readonly title: string;
  readonly objects: readonly RecordingObject[];
  /** Of an individual recording: the users that can be watched. */
  readonly uids: readonly string[];
}

/** What can be downloaded: whole files, and the pictures. */
const isWhole = ({ file }: RecordingObject): boolean => ["mp4", "mp3", "jpg"].includes(file.format);

/** The page that plays a recording. Names come from outside, and are escaped. */
export function pageOf({ title, objects, uids }: PageOf): string {
  const mp4 = objects.find(({ file }) => file.format === "mp4");
  const hasPlaylist = objects.some(({ file }) => file.format === "m3u8");
  const source = hasPlaylist ? "files/master.m3u8" : mp4 ? `files/${encodeURIComponent(mp4.file.fileName)}` : "";
  const options = uids.map((uid) => `<option value="${escapeHtml(uid)}">${escapeHtml(uid)}</option>`).join("");
  const downloads = objects
    .filter(isWhole)
    .map(({ file, size }) => {
      const href = `files/${encodeURIComponent(file.fileName)}?download`;
      const time = file.time === undefined ? "" : `${timeOf(file.time)} `;
      return `<li><a href="${escapeHtml(href)}">${escapeHtml(file.fileName)}</a> ${time}${sizeOf(size)}</li>`;
    })
    .join("");
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(title)}</title>
<style>body{font:16px system-ui;margin:2rem auto;max-width:60rem;padding:0 1rem}video{width:100%;background:#000;aspect-ratio:16/9}</style>
<h1>${escapeHtml(title)}</h1>
${uids.length > 0 ? `<label>User <select id="uid">${options}</select></label>` : ""}
<video id="video" controls crossorigin="anonymous" data-source="${escapeHtml(source)}"></video>
<p id="message" role="alert"></p>
${downloads === "" ? "" : `<h2>Files</h2><ul>${downloads}</ul>`}
<script type="module" src="player.js"></script>
</html>
`;
}
