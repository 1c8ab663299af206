/** Bytes as hex digits; blanks and line breaks do not count. */
export const fromHex = (hex: string) =>
  Uint8Array.from(hex.replace(/\s/g, "").match(/../g) ?? [], (byte) => Number.parseInt(byte, 16));

/** Made by a standard proto3 encoder and checked by a second decoder. */
export const protobufVectors = {
  transcribeInterim: fromHex(
    "20de01520c0a0a48656c6c6f2c20686f776090036a0a7472616e7363726962657a05656e2d55538001f8daeab6b7339801e8d7eab6b733",
  ),
  transcribeFinal: fromHex(
    `20de0130e8d7eab6b73352170a1348656c6c6f2c20686f772061726520796f753f20016082066a0a7472616e7363726962657a05656e2d5553
     8001b4e0eab6b7339801e8d7eab6b733`,
  ),
  translateTwoTargets: fromHex(
    `20de0130e8d7eab6b7336082066a097472616e736c61746572200801120565732d45531a15486f6c612c20c2bf63c3b36d6f20657374c3a173
     3f7234080112056a612d4a501a12e38193e38293e381abe381a1e381afe380811a15e3818ae58583e6b097e381a7e38199e3818befbc9f8001
     b4e0eab6b7339201200a05656e2d555312170a1348656c6c6f2c20686f772061726520796f753f20019801e8d7eab6b733`,
  ),
  transcribeMixed: fromHex(
    `20ffffffff0f30b8e7eab6b73352110a0d46696e652c207468616e6b732e200152060a0420416e646084076a0a7472616e7363726962657a05
     656e2d55538001a0efeab6b7339801b8e7eab6b733`,
  ),
  legacyBeta: fromHex("08031001181120de0130e8d7eab6b733380152150a0548656c6c6f18de02200129cdccccccccccec3f5801"),
  emptyWords: fromHex("20de016a0a7472616e7363726962657a05656e2d5553800188f7eab6b733"),
};

/** JSON of the shape before v7.2.3, in gzip. */
export const jsonVector = fromHex(
  `1f8b08000000000000ff4dcc410ac2301005d0bbfc7594c9800dcc01c4bd7a8060a725101249262094dedd4537dd3fde066bb1f44f4b5f836c18
   698630b3438e651d715508b45cde4f3898fe0c8287e65caf7048fd9e4acc106b431deab27435880f5360be4de489c8611e2d5aaa0512021dc9ab
   9f147ba27dff036103ef1b89000000`,
);

export const vectors: readonly Uint8Array[] = [...Object.values(protobufVectors), jsonVector];
