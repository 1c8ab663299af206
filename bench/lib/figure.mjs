// Measures one figure in a process of its own and hands the result to whoever started it.
const [file, options] = process.argv.slice(2);
const { measure } = await import(file);
const result = await measure(JSON.parse(options));
if (process.send) process.send(result, () => process.exit(0));
else console.dir(result, { depth: 6 });
