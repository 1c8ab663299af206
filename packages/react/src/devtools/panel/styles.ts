/** In a shadow root of its own, so that names are short and meet nothing of the app's. */
export const styles = `
:host {
  all: initial;
}
.root {
  --bg: light-dark(#ffffff, #17181d);
  --inset: light-dark(#f3f4f7, #22242c);
  --line: light-dark(#d4d7e0, #3a3d49);
  --text: light-dark(#1b1d23, #eceef3);
  --quiet: light-dark(#596070, #a9afbd);
  --accent: light-dark(#1f5fd6, #86afff);
  --bad: light-dark(#b0182f, #ff9dab);
  --bad-soft: light-dark(#fdecee, #3a1b21);
  --good: light-dark(#0f6b3c, #7fdca5);
  --warning: light-dark(#7a4a00, #ffcc7a);
  --warning-soft: light-dark(#fff3dc, #382b12);
  color-scheme: light dark;
  color: var(--text);
  font: 13px/1.45 system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans SC", sans-serif;
  text-align: start;
}
.root[data-theme="light"] { color-scheme: light; }
.root[data-theme="dark"] { color-scheme: dark; }
* { box-sizing: border-box; }
h2, h3, h4, p, ul, ol, dl, dd { margin: 0; padding: 0; }
h2 { font-size: 15px; }
h3 { font-size: 13px; }
h4 { font-size: 12px; margin-top: 6px; }
ul, ol { list-style: none; }
.error ul { list-style: disc; padding-inline-start: 18px; }
code, pre { font: 12px/1.45 ui-monospace, "SF Mono", Menlo, Consolas, "Noto Sans SC", monospace; }
code { overflow-wrap: anywhere; }
pre {
  margin: 4px 0 8px;
  padding: 8px;
  max-height: 18rem;
  overflow: auto;
  border-radius: 6px;
  background: var(--inset);
  white-space: pre-wrap;
  overflow-wrap: anywhere;
}
a { color: var(--accent); overflow-wrap: anywhere; }
button, input { font: inherit; color: inherit; }
button {
  min-height: 28px;
  padding: 2px 10px;
  border: 1px solid var(--line);
  border-radius: 6px;
  background: var(--bg);
  cursor: pointer;
}
button:hover:enabled { border-color: var(--accent); }
button:disabled { color: var(--quiet); background: var(--inset); cursor: default; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 1px; }

.floating { position: fixed; z-index: 2147483000; }
.bottom-right { inset: auto 12px 12px auto; }
.bottom-left { inset: auto auto 12px 12px; }
.top-right { inset: 12px 12px auto auto; }
.top-left { inset: 12px auto auto 12px; }
.opener {
  display: grid;
  width: 40px;
  height: 40px;
  padding: 8px;
  border-radius: 50%;
  color: var(--accent);
  box-shadow: 0 2px 10px rgb(0 0 0 / 25%);
}
.docked { position: fixed; z-index: 2147483000; inset: auto 0 0; }
.docked .panel {
  height: min(28rem, 70vh);
  border-top: 1px solid var(--line);
  box-shadow: 0 -4px 20px rgb(0 0 0 / 20%);
}
.embedded .panel { height: 28rem; border: 1px solid var(--line); border-radius: 8px; overflow: hidden; }
.panel { display: flex; flex-direction: column; background: var(--bg); }
.panel:focus { outline: none; }
header {
  display: flex;
  flex-wrap: wrap;
  align-items: center;
  gap: 6px;
  padding: 6px 12px;
  border-bottom: 1px solid var(--line);
}
h2 { flex: 1; white-space: nowrap; }
.buttons { display: flex; flex-wrap: wrap; gap: 6px; align-items: center; }
.close { min-width: 28px; padding: 0; font-size: 18px; line-height: 1; }
header pre { flex-basis: 100%; order: 1; }
.said:not(:empty) { padding: 4px 12px; background: var(--inset); }

.columns { display: grid; grid-template-columns: minmax(11rem, 17rem) minmax(0, 1fr); flex: 1; min-height: 0; }
nav { padding: 8px; overflow: auto; border-inline-end: 1px solid var(--line); }
nav ul { display: grid; gap: 4px; }
nav button {
  display: grid;
  grid-template-columns: minmax(0, 1fr) auto;
  gap: 0 8px;
  width: 100%;
  padding: 5px 8px;
  text-align: start;
}
nav button[aria-current="true"] { border-color: var(--accent); background: var(--inset); }
.name { font-weight: 600; overflow-wrap: anywhere; }
nav .hint { grid-row: 2; }
.status {
  grid-row: 1 / span 2;
  grid-column: 2;
  align-self: center;
  padding: 1px 8px;
  border-radius: 10px;
  background: var(--inset);
  font-size: 12px;
}
nav button[aria-current="true"] .status { background: var(--bg); }
.status[data-status="recording"], .status[data-status="transcribing"] { color: var(--good); font-weight: 600; }
.status[data-status="failed"], .status[data-status="recovering"], .status[data-status="expired"] { color: var(--bad); font-weight: 600; }

.details { display: flex; flex-direction: column; min-width: 0; min-height: 0; }
[role="tablist"] { display: flex; overflow-x: auto; border-bottom: 1px solid var(--line); padding: 0 4px; flex: none; }
[role="tab"] { border: 0; border-bottom: 2px solid transparent; border-radius: 0; white-space: nowrap; min-height: 32px; }
[role="tab"]:focus-visible { outline-offset: -2px; }
[role="tab"][aria-selected="true"] { border-bottom-color: var(--accent); font-weight: 600; }
[role="tab"] small { color: var(--quiet); font-size: 12px; }
.view { display: grid; align-content: start; gap: 8px; padding: 10px 12px; overflow: auto; flex: 1; }
.view:focus-visible { outline-offset: -2px; }
.hint { color: var(--quiet); }
.check { color: var(--quiet); display: flex; gap: 6px; align-items: center; }
.note { padding: 6px 8px; border-radius: 6px; background: var(--warning-soft); color: var(--warning); }
.error { display: grid; gap: 4px; padding: 8px; border-radius: 6px; background: var(--bad-soft); }
.error b:first-child { color: var(--bad); }
.bad { color: var(--bad); }
.good { color: var(--good); }
.change { color: var(--accent); }
dl { display: grid; grid-template-columns: auto minmax(0, 1fr); gap: 2px 16px; }
dt { color: var(--quiet); }
dd { overflow-wrap: anywhere; }
table { width: 100%; border-collapse: collapse; table-layout: fixed; margin-top: 4px; }
th, td { padding: 3px 8px 3px 0; text-align: start; vertical-align: top; border-bottom: 1px solid var(--line); }
th { color: var(--quiet); font-weight: 400; }
td code { display: block; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
ol { display: grid; gap: 1px; }
summary { padding: 3px 4px; border-radius: 4px; cursor: pointer; overflow-wrap: anywhere; }
summary:hover { background: var(--inset); }
time { color: var(--quiet); font-variant-numeric: tabular-nums; }

@media (max-width: 40rem) {
  .docked .panel { height: min(34rem, 80vh); }
  header .buttons { flex-basis: 100%; order: 1; }
  .columns { grid-template-columns: minmax(0, 1fr); grid-template-rows: auto minmax(0, 1fr); }
  nav { max-height: 8.5rem; border-inline-end: 0; border-bottom: 1px solid var(--line); }
}
@media print {
  .floating, .docked { display: none; }
}
`;
