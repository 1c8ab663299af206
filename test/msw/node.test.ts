import { setupServer } from "msw/node";
import { afterAll, beforeAll } from "vitest";
import { describeHandlers } from "./suite.ts";

const server = setupServer();
beforeAll(() => server.listen());
afterAll(() => server.close());

describeHandlers(process.env.MSW_MAJOR ?? "", server, "http://app.example");
