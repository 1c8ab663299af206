import type { ClientWith, RecordingSessionOptions } from "@agora-edge/core";
import * as preact from "preact";
import { createEffect } from "solid-js";
import { render as renderSolid } from "solid-js/web";
import * as svelte from "svelte";
import * as vue from "vue";
import { useRecording as usePreactRecording } from "../preact.ts";
import { createRecording as createSolidRecording } from "../solid.ts";
import { useRecording as useVueRecording } from "../vue.ts";
import Recorder from "./recorder.svelte";

interface Props {
  readonly client: ClientWith<"recording">;
  readonly options: RecordingSessionOptions;
}

/** Puts a component with a recipe into an element: an `<output>` with the status, and two buttons. Returns what takes it out. */
export type Mount = (element: HTMLElement, props: Props) => () => void;

const mountVue: Mount = (element, { client, options }) => {
  const app = vue.createApp({
    setup() {
      const { snapshot, start, stop } = useVueRecording(client, options);
      return () => [
        vue.h("output", snapshot.value.status),
        vue.h("button", { class: "start", onClick: start }),
        vue.h("button", { class: "stop", onClick: stop }),
      ];
    },
  });
  app.mount(element);
  return () => app.unmount();
};

const mountSvelte: Mount = (element, props) => {
  const component = svelte.mount(Recorder, { target: element, props });
  svelte.flushSync();
  return () => void svelte.unmount(component);
};

const mountSolid: Mount = (element, { client, options }) =>
  renderSolid(() => {
    const { snapshot, start, stop } = createSolidRecording(client, options);
    const output = document.createElement("output");
    createEffect(() => {
      output.textContent = snapshot().status;
    });
    const button = (name: string, onClick: () => void) => {
      const made = document.createElement("button");
      made.className = name;
      made.addEventListener("click", onClick);
      return made;
    };
    return [output, button("start", start), button("stop", stop)];
  }, element);

const mountPreact: Mount = (element, { client, options }) => {
  function PreactRecorder() {
    const { snapshot, start, stop } = usePreactRecording(client, options);
    return [
      preact.h("output", {}, snapshot.value.status),
      preact.h("button", { class: "start", onClick: start }),
      preact.h("button", { class: "stop", onClick: stop }),
    ];
  }
  preact.render(preact.h(PreactRecorder, {}), element);
  return () => preact.render(null, element);
};

export const mounts: Readonly<Record<string, Mount>> = {
  Vue: mountVue,
  Svelte: mountSvelte,
  Solid: mountSolid,
  "Preact signals": mountPreact,
};
