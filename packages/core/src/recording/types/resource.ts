/** A lease for one recording; spread it into the start request. Agora docs: acquire, response */
export interface RecordingResource {
  readonly cname: string;
  readonly uid: string;
  readonly resourceId: string;
  /** When the request for it left, in ms since the epoch. */
  readonly acquiredAt: number;
  /** Until when it can be started, in ms since the epoch: five minutes later. */
  readonly expiresAt: number;
  /** What was asked for: 1 for a web page. */
  readonly scene?: number;
  /** What a proxy of this SDK gives a browser to prove that it is the caller's. */
  readonly grant?: string;
}
