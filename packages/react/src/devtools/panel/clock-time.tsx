import type { ReactNode } from "react";

const pad = (value: number, length: number): string => String(value).padStart(length, "0");

/** A moment, as the wall clock shows it, with milliseconds. */
export function ClockTime({ at }: { at: number }): ReactNode {
  const time = new Date(at);
  const [hours, minutes, seconds] = [time.getHours(), time.getMinutes(), time.getSeconds()].map((one) => pad(one, 2));
  return (
    <time dateTime={time.toISOString()}>
      {hours}:{minutes}:{seconds}.{pad(time.getMilliseconds(), 3)}
    </time>
  );
}
