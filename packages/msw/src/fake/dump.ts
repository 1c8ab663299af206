import type { FakeAgora } from "./fake-agora.ts";
import type { Faults } from "./faults/faults.ts";
import type { JournalEntry } from "./http/journal.ts";

const shownRequests = 20;

/** Everything that a test may want to know, as text. */
export function dump(fake: FakeAgora, faults: Faults): string {
  return [
    `Fake Agora at ${new Date(fake.now()).toISOString()}, ${movers[fake.drivenBy]}`,
    ...section("channels", fake.channels, ({ cname, users }) => `${cname}: ${users.map(userLine).join(", ")}`),
    ...section("recordings", fake.recordings, (recording) =>
      [
        recording.sid,
        recording.mode,
        `in ${recording.cname} as ${recording.uid}:`,
        `${lifeOf(fake, recording)},`,
        `status ${recording.status}, ${plural(recording.files.length, "file")}`,
      ].join(" "),
    ),
    ...section(
      "tasks",
      fake.tasks,
      (task) => `${task.taskId} in ${task.channel}: ${lifeOf(fake, task)}, ${task.status}`,
    ),
    ...section(
      "agents",
      fake.agents,
      (agent) => `${agent.agentId} "${agent.name}" in ${agent.channel}: ${lifeOf(fake, agent)}, ${agent.status}`,
    ),
    ...section("faults that wait", faults.waiting, (fault) => fault),
    ...section(`requests (${fake.requestCount} in all)`, fake.requests.slice(-shownRequests), (request) =>
      requestLine(request),
    ),
  ].join("\n");
}

const movers = {
  advance: "moved by fake.advance",
  timers: "moved by the fake timers of the test runner",
  "real time": "moving by itself",
} as const;

function section<Item>(title: string, items: readonly Item[], line: (item: Item) => string): string[] {
  return items.length === 0 ? [`${title}: none`] : [title, ...items.map((item) => `  ${line(item)}`)];
}

const userLine = ({ uid, audio, video }: { uid: string; audio: boolean; video: boolean }): string =>
  `${uid} (${[audio && "audio", video && "video"].filter(Boolean).join(", ") || "silent"})`;

function lifeOf(
  fake: FakeAgora,
  { startedAt, endedAt, ending }: { startedAt: number; endedAt?: number; ending?: string },
): string {
  const seconds = Math.round(((endedAt ?? fake.now()) - startedAt) / 1000);
  return ending === undefined ? `running for ${seconds} s` : `over after ${seconds} s (${ending})`;
}

/** Long ids fill a line without telling anything. */
export const requestLine = ({ status, method, path, operation }: JournalEntry): string =>
  `${status ?? "cut"} ${method} ${path.replace(/[\w-]{40,}/g, (id) => `${id.slice(0, 8)}…`)} ${operation ?? "(unexpected)"}`;

const plural = (count: number, word: string): string => `${count} ${word}${count === 1 ? "" : "s"}`;
