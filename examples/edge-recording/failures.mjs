// Failures that apps meet, and what its users read.
import { check, must } from "./check.mjs";
import { explanation, heading } from "./print.mjs";

/** Sends the same request twice, for a reader of each language. */
async function explainTwice(kind, send) {
  for (const [language, header] of [
    ["en", "en-GB,en;q=0.9"],
    ["zh", "zh-CN,zh;q=0.9,en;q=0.8"],
  ]) {
    const { ok, body } = await send(header);
    check(!ok && body.kind === kind, `this fails as ${kind}, not as ${body.kind ?? "a success"}`);
    check(
      /\p{Script=Han}/u.test(body.title + body.explanation) === (language === "zh"),
      `${kind} is said in ${header}`,
    );
    check(body.title && body.explanation && body.action, `${kind} has a title, an explanation and an advice`);
    if (language === "zh") console.log();
    explanation(body, language);
  }
}

const acquire = async (call, cname) => must(await call("POST", "/resources", { body: { cname } }));

export async function failures({ call, callMistyped, fake }) {
  heading("A  The visitor thought about it for five minutes");
  const old = await acquire(call, "room-2");
  await fake.advanceAsync(5 * 60_000 + 1000);
  await explainTwice("resource-expired", (language) => call("POST", "/recordings", { body: old, language }));

  heading("B  Two people press Record at the same time");
  fake.channel("room-3").join("1001");
  const [first, second] = [await acquire(call, "room-3"), await acquire(call, "room-3")];
  const handle = must(await call("POST", "/recordings", { body: first }));
  await explainTwice("task-conflict", (language) => call("POST", "/recordings", { body: second, language }));
  // Long enough for something to be recorded: a stop before that has nothing to hand over, and says so.
  await fake.advanceAsync(30_000);
  const stopped = must(await call("POST", "/stop", { body: handle }));
  check(stopped.upload === "uploaded", "the recording of the first of the two is safe");

  heading("C  The Customer Secret was mistyped");
  await explainTwice("invalid-credentials", (language) =>
    callMistyped("POST", "/resources", { body: { cname: "room-4" }, language }),
  );

  heading("D  Speech-to-Text before v7: the same five minutes, for a builder token");
  const lease = must(await call("POST", "/v6/tokens", { body: { instanceId: "room-6" } }));
  check(lease.expiresAt - lease.acquiredAt === 300_000, "a builder token lives for five minutes");
  await fake.advanceAsync(5 * 60_000 + 1000);
  await explainTwice("builder-token-expired", (language) =>
    call("POST", "/v6/tasks", { body: { lease, channelName: "room-6" }, language }),
  );
  check(fake.tasks.length === 0, "nothing was started with it");
}
