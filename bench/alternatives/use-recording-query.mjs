// The same UI by hand on TanStack Query: three mutations, a polling query, and a status that is put together from them.
import { useMutation, useQuery } from "@tanstack/react-query";

const isRunning = (answer) => answer?.serverResponse.status === 4 || answer?.serverResponse.status === 5;

function statusOf(acquire, start, stop, query) {
  if (acquire.error ?? start.error ?? stop.error) return "failed";
  if (stop.isSuccess) return "stopped";
  if (stop.isPending) return "stopping";
  if (isRunning(query.data)) return "recording";
  if (start.isPending || start.isSuccess) return "starting";
  return acquire.isPending ? "acquiring" : "idle";
}

export function useRecordingQuery(api, { cname, uid, mode, clientRequest }) {
  const acquire = useMutation({ mutationFn: () => api.acquire({ cname, uid, clientRequest: {} }) });
  const start = useMutation({
    mutationFn: async ({ resourceId }) => {
      const { sid } = await api.start({ cname, uid, resourceId, mode, clientRequest });
      return { cname, uid, mode, resourceId, sid };
    },
  });
  const stop = useMutation({ mutationFn: (handle) => api.stop(handle) });
  const handle = start.data;
  const query = useQuery({
    queryKey: ["recording", cname, uid, handle?.sid],
    queryFn: () => api.query(handle),
    enabled: handle !== undefined && stop.isIdle,
    refetchInterval: ({ state }) => (isRunning(state.data) ? 120_000 : 5000),
    refetchIntervalInBackground: true,
  });
  return {
    status: statusOf(acquire, start, stop, query),
    files: stop.data?.serverResponse.fileList ?? query.data?.serverResponse.fileList ?? [],
    error: acquire.error ?? start.error ?? stop.error ?? query.error,
    start: async () => start.mutateAsync(await acquire.mutateAsync()),
    stop: () => stop.mutateAsync(handle),
  };
}
