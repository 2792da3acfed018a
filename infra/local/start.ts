/** What `npm start` runs. The runtime is checked before anything that needs it is loaded. */
const wanted = 24;

if (Number(process.versions.node.split('.')[0]) === wanted) {
  const { main } = await import('./server/main.ts');
  await main(process.argv.slice(2), process.env);
} else {
  process.stderr.write(
    `Utfört runs on Node ${wanted}; this is Node ${process.versions.node}. Start it with npm start.\n`,
  );
  process.exitCode = 1;
}
