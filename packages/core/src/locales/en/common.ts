import type { Sentences } from "../../errors/explanation.ts";

/** What a service, its gateway or the proxy can answer to any call. */
export const common = {
  "invalid-app-id": [
    "Agora does not accept this App ID.",
    "Compare it with Agora Console, and check that the service is enabled for its project.",
  ],
  "missing-authorization": [
    "The request reached Agora without an Authorization header.",
    "Give the client on your server basicAuth or tokenAuth, and check that no proxy drops the header.",
  ],
  "invalid-credentials": [
    "Agora does not accept the Customer ID and Customer Secret, or not for this App ID.",
    "Use the Customer ID and Customer Secret of Agora Console (RESTful API), not App ID and App Certificate, and of the account that owns the App ID.",
  ],
  "no-route": [
    "Agora has no endpoint with this method and URL. This does not mean that a recording or task is over.",
    "Check baseUrl, and that no proxy changes the method or the path.",
  ],
  "rate-limited": [
    "The calls exceed the rate limit, in Cloud Recording 10 requests a second by default.",
    "Wait a few seconds, then call less often; Agora support can raise the limit.",
  ],
  "invalid-parameter": [
    "The service refused a value in the request; nothing was started or changed.",
    "Correct the value that the reason names, then call again.",
  ],
  "service-not-enabled": [
    "The service is not enabled for the project of this App ID.",
    "Enable it in Agora Console, then call again.",
  ],
  "bad-request": [
    "The service refused the request without a known reason.",
    "Check the values in the request, and that the service is enabled for the App ID.",
  ],
  unauthorized: [
    "The service refused the credentials without a known reason.",
    "Check the Customer ID and Customer Secret (not App ID and App Certificate), or the token, that the call was made with.",
  ],
  "not-found": [
    "The service found nothing: the URL is wrong, or the recording or task is not running.",
    "Check baseUrl, then query a few more times before treating the recording or task as over.",
  ],
  "server-error": [
    "The service failed internally.",
    "Wait a few seconds, then call again; if it stays, contact Agora support.",
  ],
  "gateway-timeout": ["A gateway got no answer from the service in time.", "Wait a few seconds, then call again."],
  ok: ["The service accepted the call.", "After a start, query until it is running."],
  "dns-failure": [
    "The host name could not be resolved, so nothing was sent.",
    "Check the network, DNS and baseUrl, then call again.",
  ],
  "non-json-response": [
    "The answer is not JSON, so it most likely does not come from Agora.",
    "Check what answers at baseUrl, then call again.",
  ],
  "unexpected-redirect": [
    "The answer is a redirect, which Agora does not send. It was not followed.",
    "Check what answers at baseUrl, then call again.",
  ],
  "proxy-unauthenticated": [
    "The app's own server refused the call because nobody is signed in to the app.",
    "Sign in to the app, then try again.",
  ],
  "proxy-forbidden": [
    "The app's own server does not allow this user to do that.",
    "Sign in as a user who may, or ask the owner of the app for permission.",
  ],
  "proxy-rejected": [
    "The app's own server did not accept the request.",
    "Check which operations and values that server allows.",
  ],
} satisfies Sentences;
