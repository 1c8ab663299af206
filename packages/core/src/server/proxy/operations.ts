import type { Runnable } from "../../context/run-operation.ts";
import type { Operation } from "../../contract/operation.ts";
import { readTemplate } from "../../contract/uri-template.ts";
import { recordingOperations } from "../../recording/recording.ts";
import { sttAgentsOperations } from "../../stt/agents/agents.ts";
import { sttTasksOperations } from "../../stt/tasks/tasks.ts";

/** The services that pages can use. Who is in a channel, and who may be, is the app's own business. */
const services = {
  recording: recordingOperations,
  sttTasks: sttTasksOperations,
  sttAgents: sttAgentsOperations,
} as const;

export type ProxyService = keyof typeof services;

type ValueOf<T> = T[keyof T];
type Known = ValueOf<{ [Service in ProxyService]: ValueOf<(typeof services)[Service]> }>;
type Served = Exclude<Known, { readonly serverOnly: true }>;

/** What a page may ask for. */
export type ProxyOperation = Served["name"];

/** An operation with a body. */
export type BodyOperation = Extract<Served, { readonly body: unknown }>["name"];

/** An operation takes anything here: it looks at every field itself before anything is sent. */
type AnyRunnable = Runnable<object, object>;

/** An operation that pages can use, and where. */
export interface ServedOperation extends AnyRunnable {
  readonly name: ProxyOperation;
  readonly serviceName: ProxyService;
  /** Below the base path, with the IDs in braces. */
  readonly pattern: string;
  /** The names of the parameters of the query string. */
  readonly query: readonly string[];
  /** Whether it is about something that was acquired or started before. */
  readonly hasTarget: boolean;
}

const isServed = (operation: Operation): operation is AnyRunnable & { readonly name: ProxyOperation } =>
  !operation.serverOnly;

function serve(serviceName: ProxyService): ServedOperation[] {
  return Object.values<Operation>(services[serviceName])
    .filter(isServed)
    .map((operation) => {
      const { path: pattern, query } = readTemplate(operation.path);
      const hasTarget = pattern.split("{").length > 2 || query.includes("builderToken");
      return { ...operation, serviceName, pattern, query, hasTarget };
    });
}

/** Every operation that is served, and nothing else. */
export const servedOperations: readonly ServedOperation[] = /* @__PURE__ */ (() => [
  ...serve("recording"),
  ...serve("sttTasks"),
  ...serve("sttAgents"),
])();
