const services = [
  { start: "recording.start", kind: "resource-expired", acquire: /\/cloud_recording\/acquire$/ },
  { start: "sttTasks.start", kind: "builder-token-expired", acquire: /\/builderTokens$/ },
];

/**
 * Lets everything that was acquired and not started run out at the service, and nobody else knows: starts are refused until
 * something new is acquired.
 */
export function createLeases(fake) {
  const refusals = new Map();
  return {
    expire() {
      for (const service of services) {
        refusals.get(service)?.cancel();
        refusals.set(service, fake.fail(service.start, { kind: service.kind, times: Infinity }));
      }
    },
    /** To be told of every answer of the fake. */
    seen({ path, status }) {
      if (status !== 200) return;
      const { pathname } = new URL(path, "http://fake");
      const service = services.find(({ acquire }) => acquire.test(pathname));
      refusals.get(service)?.cancel();
    },
  };
}
