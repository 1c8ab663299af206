import type { AgoraClient } from "./agora-client.ts";
import type { Recording } from "../recording/recording.ts";

/** The services that a client can have. */
export type ServiceName = Exclude<keyof AgoraClient, "appId">;

/** What every client has of them. The addresses that notifications come from are for firewalls, so pages do not have them. */
interface Services extends Omit<AgoraClient, "appId" | "recording"> {
  readonly recording: Omit<Recording, "notificationAddresses">;
}

/**
 * A client that has at least these services: made by `createAgoraClient`, by the factory of a single service, or in a page
 * by `createPageClient`.
 */
export type ClientWith<Service extends ServiceName> = Pick<AgoraClient, "appId"> & Pick<Services, Service>;

/** Any client, whatever services it has. */
export type AnyClient = ClientWith<never> & Partial<Services>;
