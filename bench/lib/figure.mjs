// Measures one figure in a process of its own and hands the result to whoever started it.
const [file, options] = process.argv.slice(2);

async function measured() {
  try {
    const { measure } = await import(file);
    return { result: await measure(JSON.parse(options)) };
  } catch (error) {
    console.error(error);
    return { problem: error instanceof Error ? error.message : String(error) };
  }
}

const found = await measured();
if (process.send) process.send(found, () => process.exit(0));
else console.dir(found, { depth: 6 });
