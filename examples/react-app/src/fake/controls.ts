/** What the stage answers about time. */
export interface FakeTime {
  readonly now: number;
  readonly speed: number;
}

/** The part of the fake's state that the strip looks at. */
export interface FakeState {
  readonly recordings: readonly { readonly sid: string; readonly cname: string; readonly live: boolean }[];
  readonly agents: readonly { readonly agentId: string; readonly channel: string; readonly status: string }[];
}

export async function ask<Answer>(name: string): Promise<Answer> {
  const response = await fetch(`/__fake/${name}`);
  // The fake runs in the same repository.
  return (await response.json()) as Answer;
}

/** Steers the fake. Throws what it says when it refuses. */
export async function tell<Answer>(name: string, body: object): Promise<Answer> {
  const response = await fetch(`/__fake/${name}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  const answer = (await response.json()) as Answer & { error?: string };
  if (!response.ok) throw new Error(answer.error ?? `The fake answered ${response.status}.`);
  return answer;
}
