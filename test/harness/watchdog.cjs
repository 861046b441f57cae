/* global process */
// Loaded into the embedded server: it ends with the process that started it, even a killed one.
// The server's own children load this too, and have their own ways to end.
if (process.argv[1]?.endsWith('server-main.js')) {
  process.once('disconnect', () => process.exit());
  process.channel?.unref();
}
