import { createAgoraClient, sessionsOf, type AgoraClient } from "@agora-edge/core";
import { agoraHandlers, createFakeAgora, type FakeAgora } from "@agora-edge/msw";
import { AgoraProvider } from "@agora-edge/react";
import { setupWorker } from "msw/browser";
import { StrictMode, type ReactNode } from "react";
import { createRoot } from "react-dom/client";
import { onTestFinished, vi } from "vitest";

/** So many times as fast as real time. */
const speed = 20;
const baseUrl = "/proxy-of-the-app";

export interface Page {
  readonly fake: FakeAgora;
  /** A client as a page has it: behind the app's own proxy, without a secret. Each is a page load of its own. */
  open(): AgoraClient;
  /** Renders into an element of its own, in StrictMode. */
  render(client: AgoraClient, children: ReactNode): { element: HTMLElement; unmount(): void };
  sent(operation: string): number;
  /** What React and the page complained about. */
  readonly problems: unknown[];
}

/** A page whose requests are answered by a fake service, through MSW's service worker. */
export async function openPage(): Promise<Page> {
  const fake = createFakeAgora({ speed });
  fake.channel("room-1").join("1001");
  const worker = setupWorker(...agoraHandlers(fake, { baseUrl }));
  await worker.start({ quiet: true });
  const problems: unknown[] = [];
  const clients: AgoraClient[] = [];
  const complain = vi.spyOn(console, "error").mockImplementation((...args) => void problems.push(args));
  const note = (event: PromiseRejectionEvent) => problems.push(event.reason);
  addEventListener("unhandledrejection", note);
  onTestFinished(async () => {
    removeEventListener("unhandledrejection", note);
    complain.mockRestore();
    // A session goes on without its component, and would write what the next test finds.
    for (const client of clients) for (const { session } of sessionsOf(client).list()) session.dispose();
    await settled();
    localStorage.clear();
    void worker.stop();
  });
  return {
    fake,
    problems,
    open() {
      const client = createAgoraClient({ appId: fake.appId, baseUrl, clock: fake.clock });
      clients.push(client);
      return client;
    },
    render(client, children) {
      const element = document.body.appendChild(document.createElement("div"));
      const root = createRoot(element);
      let isMounted = true;
      const unmount = () => {
        if (isMounted) root.unmount();
        isMounted = false;
        element.remove();
      };
      onTestFinished(unmount);
      root.render(
        <StrictMode>
          <AgoraProvider client={client}>{children}</AgoraProvider>
        </StrictMode>,
      );
      return { element, unmount };
    },
    sent: (operation) => fake.requests.filter((request) => request.operation === operation).length,
  };
}

/** The writes that are under way have been made: each waits for the lock of its record. */
async function settled(): Promise<void> {
  const { held = [] } = await navigator.locks.query();
  await Promise.all(held.map(({ name = "" }) => navigator.locks.request(name, () => undefined)));
}

/** Real milliseconds for so many of the fake clock. */
export const pause = (ms: number): Promise<void> => new Promise((resolve) => void setTimeout(resolve, ms / speed));

/** Hides or shows the page as a browser would tell it. */
export function setVisibility(state: "visible" | "hidden"): void {
  const spy = vi.spyOn(document, "visibilityState", "get").mockReturnValue(state);
  document.dispatchEvent(new Event("visibilitychange"));
  onTestFinished(() => spy.mockRestore());
}
