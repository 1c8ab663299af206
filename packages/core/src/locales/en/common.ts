import type { Locale } from "../../errors/explanation.ts";

/** What any client can meet, whatever the service. */
export const common = {
  "invalid-app-id": [
    "App ID not accepted",
    "Agora does not accept this App ID.",
    "Compare it with Agora Console, and check that the service is enabled for its project.",
  ],
  "missing-authorization": [
    "Authorization missing",
    "The request reached Agora without an Authorization header.",
    "Give the client on your server basicAuth or tokenAuth, and check that no proxy drops the header.",
  ],
  "invalid-credentials": [
    "Credentials not accepted",
    "Agora does not accept the Customer ID and Customer Secret.",
    "Copy both again from Agora Console, from the account that owns the App ID.",
  ],
  "no-route": [
    "No such address",
    "Agora has no endpoint with this method and URL. This does not mean that a recording or task is over.",
    "Check baseUrl, and that no proxy changes the method or the path.",
  ],
  "rate-limited": [
    "Too many requests",
    "The calls exceed the rate limit, in Cloud Recording 10 requests a second for an App ID by default.",
    "Wait a few seconds, then call less often; Agora support can raise the limit.",
    "frequent queries",
    "several servers with one App ID",
  ],
  "invalid-parameter": [
    "Invalid value",
    "The service refused a value in the request; nothing was started or changed.",
    "Correct the value that the reason names, then call again.",
    "misspelled or missing field",
    "wrong type",
    "value out of range",
  ],
  "service-not-enabled": [
    "Service not enabled",
    "The service is not enabled for the project of this App ID.",
    "Enable it in Agora Console, then call again.",
  ],
  "bad-request": [
    "Request refused",
    "The service refused the request without a known reason.",
    "Check the values in the request, and that the service is enabled for the App ID.",
  ],
  unauthorized: [
    "Not authorized",
    "The service refused the credentials without a known reason.",
    "Check the Customer ID and Customer Secret, or the token, that the call was made with.",
  ],
  "not-found": [
    "Not found",
    "The service found nothing: the URL is wrong, or the recording or task is not running.",
    "Check baseUrl, then query a few more times before treating the recording or task as over.",
  ],
  "server-error": [
    "Server error",
    "The service failed internally. A start or stop may have taken effect.",
    "Wait a few seconds, then check the state before repeating the call.",
  ],
  "gateway-timeout": [
    "Gateway timeout",
    "A gateway got no answer from the service in time. A start or stop may have taken effect.",
    "Wait a few seconds, then check the state before repeating the call.",
  ],
  ok: ["Success", "The service accepted the call.", "After a start, query until it is running."],
  "client-timeout": [
    "No answer in time",
    "No answer came within the time limit. A start or stop may have taken effect.",
    "Check the state before repeating the call, or allow a longer timeout.",
  ],
  "dns-failure": [
    "Host not found",
    "The host name could not be resolved, so nothing was sent.",
    "Check the network, DNS and baseUrl, then call again.",
  ],
  "network-error": [
    "Connection failed",
    "The connection failed before an answer came. A start or stop may have taken effect.",
    "Check the network, then check the state before repeating the call.",
    "device offline",
    "firewall or proxy",
    "CORS in a browser",
  ],
  "non-json-response": [
    "Answer not from the API",
    "The answer is not JSON, so it most likely does not come from Agora. A start or stop may have taken effect.",
    "Check what answers at baseUrl, then check the state before repeating the call.",
    "proxy or load balancer",
    "captive portal",
    "wrong baseUrl",
  ],
  "unexpected-redirect": [
    "Answer points elsewhere",
    "The answer is a redirect, which Agora does not send. It was not followed. A start or stop may have taken effect.",
    "Check what answers at baseUrl, then check the state before repeating the call.",
    "http: instead of https: in baseUrl",
    "proxy or sign-in page in between",
    "wrong baseUrl",
  ],
  "unexpected-response": [
    "Unexpected answer",
    "The answer is not what Agora documents. A start or stop may have taken effect.",
    "Check what answers at baseUrl, then check the state before repeating the call.",
    "proxy that changes answers",
    "wrong baseUrl",
  ],
  aborted: [
    "Cancelled",
    "The app cancelled the call. A start or stop that was sent before may have taken effect.",
    "Check the state before repeating the call.",
  ],
  "invalid-config": [
    "Invalid client options",
    "The client cannot work with the options that it was created with.",
    "Correct the option named with this error.",
  ],
  "invalid-request": [
    "Invalid request",
    "The request was refused before it was sent; nothing was started or changed.",
    "Correct the values named with this error, then call again.",
  ],
  "proxy-unauthenticated": [
    "Not signed in",
    "The app's own server refused the call because nobody is signed in to the app.",
    "Sign in to the app, then try again.",
  ],
  "proxy-forbidden": [
    "Not allowed",
    "The app's own server does not allow this user to do that.",
    "Sign in as a user who may, or ask the owner of the app for permission.",
  ],
  "proxy-rejected": [
    "Refused by the app's server",
    "The app's own server did not accept the request.",
    "Check which operations and values that server allows.",
  ],
} satisfies Partial<Locale>;
