/** Whether an answer points elsewhere, or comes from there. */
export function isRedirect({ type, status, redirected }: Response): boolean {
  // `redirected`: a fetch of the caller's has followed it all the same.
  return type === "opaqueredirect" || redirected || (status >= 300 && status < 400);
}
