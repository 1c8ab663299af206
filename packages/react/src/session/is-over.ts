import type { Session, SessionService } from "@agora-edge/core";

/** Whether a stop is still being repeated in the background: what answered 404 may come back. */
function hasOrphan(session: Pick<Session, "toJSON">): boolean {
  const state: { runs?: readonly { retry?: { at?: number | null } | null }[] } = session.toJSON();
  return state.runs?.some(({ retry }) => typeof retry?.at === "number") ?? false;
}

/** Whether nothing is lost when a session that nobody uses is disposed of. */
export function isOver<S extends SessionService>(session: Session<S>, isStored: boolean): boolean {
  const { status, isActive, isPending, isRestoring, unsettled } = session.getSnapshot();
  if (isActive || isPending || isRestoring || status === "acquired") return false;
  return (isStored || unsettled === null) && !hasOrphan(session);
}

/** Whether something is under way that ends without anybody looking. */
export function waits<S extends SessionService>(session: Session<S>, renews: boolean): boolean {
  const { status, isPending, isRestoring } = session.getSnapshot();
  return isPending || isRestoring || (status === "acquired" && !renews) || hasOrphan(session);
}
