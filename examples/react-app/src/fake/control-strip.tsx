import { useEffect, useState, type ReactNode } from "react";
import { useLanguage } from "../language/use-language.ts";
import { settings } from "../settings.ts";
import { ask, tell, type FakeState, type FakeTime } from "./controls.ts";
import { changeTime } from "./page-clock.ts";
import look from "./control-strip.css?inline";
import { stripWords } from "./strip-words.ts";
import { TroublePicker } from "./trouble-picker.tsx";

const people = ["1001", "1002", "1003", "1004"];
const speeds = [1, 10, 30];
const minute = 60_000;

/** The controls of the fake, in development: everyone can see every state of the page. */
export function ControlStrip({ channel }: { channel: string }) {
  const words = stripWords[useLanguage().language];
  const [present, setPresent] = useState(channel === settings.channel ? 2 : 0);
  const [speed, setSpeed] = useState(1);
  const [said, setSaid] = useState("");

  useEffect(() => {
    ask<FakeTime>("clock").then(
      (time) => setSpeed(time.speed),
      () => {},
    );
  }, []);

  const run = (what: string, work: Promise<unknown>) =>
    void work.then(
      () => setSaid(words.done(what)),
      (error: unknown) => setSaid(String(error)),
    );

  const join = async () => {
    const uid = people[present] ?? people[0];
    await tell("join", { cname: channel, uid });
    setPresent((count) => Math.min(count + 1, people.length));
  };
  const leave = async () => {
    for (const uid of people) await tell("leave", { cname: channel, uid });
    setPresent(0);
  };
  const failOver = async () => {
    const { recordings, agents } = await ask<FakeState>("state");
    const recording = recordings.findLast((one) => one.cname === channel && one.live);
    const agent = agents.findLast((one) => one.channel === channel && one.status === "RUNNING");
    if (recording) await tell("failover", { sid: recording.sid, seconds: 60 });
    if (agent) await tell("recover", { agentId: agent.agentId, seconds: 60 });
    if (!recording && !agent) throw new Error(words.nothingRuns);
  };
  const reset = async () => {
    await tell("reset", {});
    // The service has forgotten what this page remembers.
    for (const key of Object.keys(localStorage)) if (key.startsWith("agora-edge:")) localStorage.removeItem(key);
    location.reload();
  };

  return (
    <aside className="strip" aria-label={words.title}>
      <style>{look}</style>
      <details open>
        <summary>
          {words.title} <small>{words.hint}</small>
        </summary>
        <div className="strip-groups">
          <Group name={words.people}>
            <button type="button" onClick={() => run(words.join, join())}>
              {words.join}
            </button>
            <button type="button" onClick={() => run(words.leave, leave())}>
              {words.leave}
            </button>
            <button type="button" onClick={() => run(words.talk, tell("talk", { cname: channel }))}>
              {words.talk}
            </button>
          </Group>
          <Group name={words.time}>
            {speeds.map((each) => (
              <button
                key={each}
                type="button"
                aria-pressed={each === speed}
                onClick={() => {
                  setSpeed(each);
                  run(words.speed(each), changeTime("speed", { speed: each }));
                }}
              >
                {words.speed(each)}
              </button>
            ))}
            <button type="button" onClick={() => run(words.skip(5), changeTime("skip", { ms: 5 * minute }))}>
              {words.skip(5)}
            </button>
          </Group>
          <Group name={words.trouble}>
            <button type="button" onClick={() => run(words.expire, tell("expire-leases", {}))}>
              {words.expire}
            </button>
            <button type="button" onClick={() => run(words.failover, failOver())}>
              {words.failover}
            </button>
            <button type="button" onClick={() => run(words.reset, reset())}>
              {words.reset}
            </button>
            <TroublePicker words={words} onPick={(what, fault) => run(what, tell("use", { fault }))} />
          </Group>
        </div>
        <p className="strip-said" aria-live="polite">
          {said}
        </p>
      </details>
    </aside>
  );
}

function Group({ name, children }: { name: string; children: ReactNode }) {
  return (
    <fieldset>
      <legend>{name}</legend>
      {children}
    </fieldset>
  );
}
