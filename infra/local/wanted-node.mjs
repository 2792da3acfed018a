// Plain JavaScript, so that an older Node reads it and says what is wanted instead of failing on the first type.
if (!process.versions.node.startsWith('24.')) {
  process.stderr.write(
    `Utfört runs on Node 24; this is Node ${process.versions.node}. Install it, or run npm ci on Linux.\n`,
  );
  process.exitCode = 1;
}
