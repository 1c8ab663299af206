const packetSize = 188;

/**
 * The first presentation time in the bytes of a transport stream, in 1/90,000 s. Subtitles count from it: `X-TIMESTAMP-MAP`.
 * Undefined for other bytes.
 */
export function readFirstPts(bytes: Uint8Array): number | undefined {
  for (let at = 0; at + packetSize <= bytes.length && bytes[at] === 0x47; at += packetSize) {
    const packet = bytes.subarray(at, at + packetSize);
    const isStart = ((packet[1] ?? 0) & 0x40) !== 0;
    const hasAdaptation = ((packet[3] ?? 0) & 0x20) !== 0;
    const payload = packet.subarray(4 + (hasAdaptation ? 1 + (packet[4] ?? 0) : 0));
    const pts = isStart ? readPts(payload) : undefined;
    if (pts !== undefined) return pts;
  }
  return undefined;
}

/** Of the header of a packetized elementary stream with sound or pictures. */
function readPts(pes: Uint8Array): number | undefined {
  const [a, b, c, stream = 0, , , , flags = 0, , p0 = 0, p1 = 0, p2 = 0, p3 = 0, p4 = 0] = pes;
  const isPes = a === 0 && b === 0 && c === 1 && stream >= 0xc0 && stream <= 0xef;
  if (!isPes || (flags & 0x80) === 0) return undefined;
  // 33 bits: more than the operators on bits can hold.
  return ((p0 >> 1) & 7) * 2 ** 30 + (p1 << 22) + ((p2 >> 1) << 15) + (p3 << 7) + (p4 >> 1);
}
