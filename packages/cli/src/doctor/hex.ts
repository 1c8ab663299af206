/** How App IDs and App Certificates look. */
export const isHex32 = (text: string): boolean => /^[0-9a-f]{32}$/i.test(text);
