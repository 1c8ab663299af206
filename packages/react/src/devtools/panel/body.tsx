import type { AnyClient, CachedSession } from "@agora-edge/core";
import { type ReactNode, useState, useSyncExternalStore } from "react";
import type { DevtoolsFake } from "../trouble/fake.ts";
import { recorderOf } from "../log/recorder.ts";
import { useWords } from "../words/words.ts";
import { Actions } from "./actions.tsx";
import { RequestList } from "./request-list.tsx";
import { SessionView } from "./session-view.tsx";
import { type Tab, Tabs } from "./tabs.tsx";
import { TransitionList } from "./transition-list.tsx";
import { TroubleButtons } from "./trouble-buttons.tsx";

interface Props {
  readonly client: AnyClient;
  readonly fake?: DevtoolsFake | undefined;
  /** In the head of the panel. */
  readonly children?: ReactNode;
}

const idOf = ({ service, key }: CachedSession): string => `${service} ${key}`;

/** What a session is for, without what all keys have in common. */
const shortName = ({ key, service }: CachedSession): string => key.split(`:${service}:`).at(-1) ?? key;

/** Everything but where it stands. */
export function Body({ client, fake, children }: Props): ReactNode {
  const words = useWords();
  const recorder = recorderOf(client);
  const { log, sessions } = useSyncExternalStore(recorder.subscribe, recorder.getSnapshot, recorder.getSnapshot);
  const [chosen, setChosen] = useState<string | null>(null);
  const [said, say] = useState("");
  const cached = sessions.find((one) => idOf(one) === chosen) ?? sessions[0];
  const transitions = cached
    ? log.transitions.filter(({ service, key }) => service === cached.service && key === cached.key)
    : [];
  const tabs: readonly Tab[] = [
    ...(cached
      ? [
          { name: words.session, view: <SessionView cached={cached} client={client} /> },
          {
            name: words.transitions,
            count: transitions.length,
            view: <TransitionList transitions={transitions} />,
          },
        ]
      : []),
    { name: words.requests, count: log.requests.length, view: <RequestList requests={log.requests} /> },
    ...(cached && fake
      ? [{ name: words.trouble, view: <TroubleButtons fake={fake} cached={cached} say={say} /> }]
      : []),
  ];
  return (
    <>
      <header>
        <h2>{words.title}</h2>
        <Actions client={client} recorder={recorder} say={say} />
        {children}
      </header>
      <p className="said" role="status">
        {said}
      </p>
      <div className="columns">
        <nav aria-label={words.sessions}>
          {sessions.length === 0 && <p className="hint">{words.noSessions}</p>}
          <ul>
            {sessions.map((one) => {
              const { status } = one.session.getSnapshot();
              return (
                <li key={idOf(one)}>
                  <button
                    type="button"
                    aria-current={one === cached}
                    onClick={() => setChosen(idOf(one))}
                    title={one.key}
                  >
                    <span className="name">{shortName(one)}</span>
                    <span className="hint">{one.service}</span>
                    <span className="status" data-status={status}>
                      {status}
                    </span>
                  </button>
                </li>
              );
            })}
          </ul>
        </nav>
        <div className="details">
          <Tabs tabs={tabs} label={words.title} />
        </div>
      </div>
    </>
  );
}
