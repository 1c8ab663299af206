export type Mode = "individual" | "mix" | "web";

export const isMode = (value: string): value is Mode => value === "individual" || value === "mix" || value === "web";
