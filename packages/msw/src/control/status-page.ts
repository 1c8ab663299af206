import type { FakeAgora } from "../fake/fake-agora.ts";

const shownRequests = 25;
const long = 44;

/** The fake at a glance, as a page that brings itself up to date. */
export function statusPage(fake: FakeAgora): Response {
  const requests = fake.requests.slice(-shownRequests).toReversed();
  const html = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="refresh" content="2">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Fake Agora</title>
<style>
body { font: 15px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 70rem; padding: 0 1rem; color-scheme: light dark; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; padding: .2rem .8rem .2rem 0; border-bottom: 1px solid #8884; overflow-wrap: anywhere; }
code { font-size: .9em; }
</style>
</head>
<body>
<h1>Fake Agora</h1>
<p>App ID <code>${escaped(fake.appId)}</code>, ${escaped(new Date(fake.now()).toISOString())}, ${fake.requestCount} requests</p>
${table("Channels", ["Channel", "Users"], fake.channels, ({ cname, users }) => [
  cname,
  users.map(({ uid, audio, video }) => `${uid}${audio || video ? "" : " (silent)"}`).join(", "),
])}
${table("Recordings", ["sid", "Mode", "Channel", "uid", "Status", "State", "Files"], fake.recordings, (one) => [
  one.sid,
  one.mode,
  one.cname,
  one.uid,
  one.status,
  one.live ? "running" : (one.ending ?? "over"),
  one.files.map(({ fileName }) => fileName).join(" "),
])}
${table("Transcription tasks", ["Task", "Channel", "Status", "State"], fake.tasks, (one) => [
  one.taskId,
  one.channel,
  one.status,
  one.live ? "running" : (one.ending ?? "over"),
])}
${table("Transcription agents", ["Agent", "Name", "Channel", "Status", "State"], fake.agents, (one) => [
  one.agentId,
  one.name,
  one.channel,
  one.status,
  one.live ? "running" : (one.ending ?? "over"),
])}
${table("Last requests", ["Time", "Answer", "Request", "Operation"], requests, (one) => [
  new Date(one.at).toISOString().slice(11, 23),
  one.status ?? "–",
  `${one.method} ${one.path.replace(/[\w-]+/g, (part) => (part.length > long ? `${part.slice(0, 8)}…` : part))}`,
  one.operation ?? "unexpected",
])}
</body>
</html>
`;
  return new Response(html, {
    headers: {
      "content-type": "text/html; charset=utf-8",
      "cache-control": "no-store",
      "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'",
    },
  });
}

/** The newest first. */
function table<Item>(
  title: string,
  names: readonly string[],
  items: readonly Item[],
  cells: (item: Item) => readonly (string | number)[],
): string {
  if (items.length === 0) return `<h2>${title}</h2><p>None</p>`;
  const head = names.map((name) => `<th scope="col">${name}</th>`).join("");
  const rows = items.map(
    (item) =>
      `<tr>${cells(item)
        .map((cell) => `<td>${escaped(String(cell))}</td>`)
        .join("")}</tr>`,
  );
  return `<h2>${title}</h2><table><thead><tr>${head}</tr></thead><tbody>${rows.join("")}</tbody></table>`;
}

const escaped = (text: string): string => text.replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`);
