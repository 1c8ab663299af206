// Where the Worker also serves the page, it signs visitors in with it. Here Vite serves it, and asks the Worker.

/** Adds the cookie of the demo to the page, for visitors who have none. */
export function signIn(workerUrl) {
  return async (request, response, next) => {
    const isPage = request.method === "GET" && request.headers.accept?.includes("text/html");
    if (!isPage || /(^|; )session=/.test(request.headers.cookie ?? "")) return next();
    try {
      const answer = await fetch(`${workerUrl}/api/session`);
      const cookie = answer.headers.get("set-cookie");
      if (cookie !== null) response.setHeader("set-cookie", cookie);
      next();
    } catch (error) {
      next(error);
    }
  };
}
