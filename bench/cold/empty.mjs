export const run = async () => "done";
