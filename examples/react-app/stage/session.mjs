// Where the Worker also serves the page, it signs visitors in with it. Here Vite serves it, and asks the Worker.

/** Adds the cookie of the demo to the page, for visitors who have none. */
export function signIn(workerUrl) {
  return async (request, response, next) => {
    if (request.method !== "GET" || !request.headers.accept?.includes("text/html")) return next();
    try {
      const headers = { cookie: request.headers.cookie ?? "", "sec-fetch-site": "same-origin" };
      const answer = await fetch(`${workerUrl}/api/session`, { headers });
      const cookie = answer.headers.get("set-cookie");
      if (cookie !== null) response.setHeader("set-cookie", cookie);
      next();
    } catch (error) {
      next(error);
    }
  };
}
