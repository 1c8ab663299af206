// What surrounds every example: time, what goes wrong, the requests that were sent, the state.
import { type ReactNode, useEffect, useReducer, useState } from "react";
import type { Words } from "./words.ts";
import type { World } from "./world.ts";

/** Renders again whenever something may have changed in the world. */
export function useWorld(world: World): void {
  const [, show] = useReducer((count: number) => count + 1, 0);
  useEffect(() => world.run(show), [world]);
}

function Time({ world, words, onReset }: { world: World; words: Words; onReset: () => void }) {
  const [speed, setSpeed] = useState(world.speed());
  const change = (next: number) => {
    world.setSpeed(next);
    setSpeed(next);
  };
  return (
    <div className="live-bar">
      <span>
        {words.time} <output>{new Date(world.fake.now()).toLocaleTimeString()}</output>
      </span>
      <label>
        {words.speed}{" "}
        <select value={speed} onChange={(event) => change(Number(event.target.value))}>
          <option value={0}>{words.paused}</option>
          {[1, 5, 20].map((times) => (
            <option key={times} value={times}>
              × {times}
            </option>
          ))}
        </select>
      </label>
      <button type="button" onClick={() => world.skip(60_000)}>
        {words.minute}
      </button>
      <button type="button" onClick={onReset}>
        {words.again}
      </button>
    </div>
  );
}

const shownRequests = 8;

/** As the fake keeps them: without keys and tokens. */
function Requests({ world, words }: { world: World; words: Words }) {
  const { requests } = world.fake;
  if (requests.length === 0) return <p className="live-quiet">{words.noRequests}</p>;
  return (
    <ol className="live-requests">
      {requests.slice(-shownRequests).map((entry) => (
        <li key={entry.requestId}>
          <details>
            <summary>
              <time>{new Date(entry.at).toLocaleTimeString()}</time> <code>{entry.operation ?? entry.path}</code>{" "}
              <b data-failed={entry.status !== 200}>{entry.status ?? "…"}</b>
            </summary>
            <pre tabIndex={0}>
              {`${entry.method} ${entry.path}\nauthorization: ${entry.headers.authorization ?? ""}\n\n`}
              {entry.body === null ? "" : `${JSON.stringify(entry.body, null, 2)}\n\n`}
              {JSON.stringify(entry.response, null, 2)}
            </pre>
          </details>
        </li>
      ))}
    </ol>
  );
}

interface StageProps {
  readonly world: World;
  readonly words: Words;
  readonly onReset: () => void;
  /** What is shown of the session, as it is. */
  readonly state: object;
  readonly children: ReactNode;
  /** Buttons that make something go wrong. */
  readonly troubles?: ReactNode;
}

export function Stage({ world, words, onReset, state, children, troubles }: StageProps) {
  useWorld(world);
  const users = world.fake.channel("room-1").users;
  const isThere = users.some(({ uid }) => uid === "1001");
  const toggle = () => {
    const channel = world.fake.channel("room-1");
    if (isThere) channel.leave("1001");
    else channel.join("1001");
  };
  return (
    <section className="live not-content">
      <Time world={world} words={words} onReset={onReset} />
      <div className="live-main">{children}</div>
      <div className="live-bar">
        <span>{words.goesWrong}</span>
        <button type="button" onClick={toggle}>
          {isThere ? words.leave : words.join}
        </button>
        {troubles}
      </div>
      <div className="live-views">
        <div>
          <h3>{words.requests}</h3>
          <Requests world={world} words={words} />
        </div>
        <div>
          <h3>{words.state}</h3>
          <pre tabIndex={0}>{JSON.stringify(state, null, 2)}</pre>
        </div>
      </div>
    </section>
  );
}
