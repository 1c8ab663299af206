const largestBlock = 65_535;

/**
 * gzip without compression. `CompressionStream` would take an unknown moment of real time, and captions have to come in
 * order on the fake's clock.
 */
export function gzip(bytes: Uint8Array): Uint8Array {
  const header = [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255];
  const blocks: number[] = [];
  for (let at = 0; at === 0 || at < bytes.length; at += largestBlock) {
    const part = bytes.subarray(at, at + largestBlock);
    const isLast = at + largestBlock >= bytes.length;
    blocks.push(isLast ? 1 : 0, ...little(part.length, 2), ...little(0xffff - part.length, 2), ...part);
  }
  return Uint8Array.from([...header, ...blocks, ...little(crc32(bytes), 4), ...little(bytes.length, 4)]);
}

const little = (value: number, size: number): number[] =>
  Array.from({ length: size }, (_, index) => (value >>> (index * 8)) & 0xff);

function crc32(bytes: Uint8Array): number {
  let rest = 0xffffffff;
  for (const byte of bytes) {
    rest ^= byte;
    for (let bit = 0; bit < 8; bit += 1) rest = (rest >>> 1) ^ (rest & 1 ? 0xedb88320 : 0);
  }
  return ~rest >>> 0;
}
