// Plain text for people: headings, aligned facts, wrapped sentences.

const labelWidth = 12;
const lineWidth = 100;

export function heading(text) {
  console.log(`\n${text}\n${"─".repeat(Math.min(text.length, lineWidth))}`);
}

export function fact(label, value) {
  console.log(`  ${label.padEnd(labelWidth)} ${value}`.trimEnd());
}

export const clock = (ms) => new Date(ms).toTimeString().slice(0, 8);
export const short = (id) => (id.length > 12 ? `${id.slice(0, 12)}…` : id);

export function files(list) {
  if (list.length === 0) fact("files", "none yet");
  for (const [index, file] of list.entries()) {
    const begins = file.sliceStartTime ? `begins ${clock(file.sliceStartTime)}` : "";
    const playable = file.isPlayable ? "playable" : "";
    const what = (file.trackType ?? "").replaceAll("_", " ");
    fact(index === 0 ? "files" : "", [file.fileName.padEnd(46), what, begins, playable].filter(Boolean).join("  "));
  }
}

/** Chinese letters take two columns of a terminal. */
const widthOf = (text) => Array.from(text).reduce((sum, letter) => sum + (/[⺀-鿿＀-￠]/.test(letter) ? 2 : 1), 0);

/** Breaks at spaces, and between Chinese letters. */
function wrap(text, indent) {
  const lines = [""];
  for (const piece of text.match(/[⺀-鿿＀-￠]|[^\s⺀-鿿＀-￠]+\s*|\s+/g) ?? []) {
    const line = lines.at(-1);
    if (line !== "" && widthOf(line + piece.trimEnd()) > lineWidth - indent) lines.push(piece);
    else lines[lines.length - 1] = line + piece;
  }
  return lines.map((line) => line.trimEnd()).join(`\n${" ".repeat(indent)}`);
}

const words = {
  en: { name: "English", action: "What to do", causes: "Usual causes" },
  zh: { name: "中文", action: "怎么办", causes: "常见原因" },
};

/** One explained error in one language. */
export function explanation({ title, explanation: what, action, causes }, language) {
  const { name, action: toDo, causes: usual } = words[language];
  const put = (label, text) => {
    const gap = " ".repeat(Math.max(1, labelWidth + 1 - widthOf(label)));
    console.log(`  ${label}${gap}${wrap(text, labelWidth + 3)}`);
  };
  put(name, title);
  put("", what);
  put(toDo, action);
  for (const [index, cause] of causes.entries()) put(index === 0 ? usual : "", `· ${cause}`);
}
