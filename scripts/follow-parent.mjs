// Preloaded (`node --import`) into every process that Netdisk starts. The channel to the parent closes when the
// parent ends, also by kill -9: then this process drains as on SIGTERM, and nothing is left running.

const DRAIN_MS = 12_000;

if (process.channel) {
  process.once('disconnect', () => {
    process.kill(process.pid, 'SIGTERM');
    setTimeout(() => process.exit(1), DRAIN_MS).unref();
  });
  // Listening must not keep a process alive that has nothing more to do.
  process.channel.unref();
  // Not handed on: what this process forks (`next build` does) lives on its own channel, and needs it.
  const self = process.execArgv.indexOf(import.meta.url);
  process.execArgv.splice(self - 1, 2);
}
