import { Worker } from 'node:worker_threads';

/** A thread, because a file that keeps the main one busy for ever must not outlive the worker that was killed. */
const WATCH = `
  const { workerData: { parent, maxBytes } } = require('node:worker_threads');
  setInterval(() => {
    if (process.ppid !== parent || process.memoryUsage.rss() > maxBytes) process.kill(process.pid, 'SIGKILL');
  }, 100);`;

/** Ends this process with the one that started it, and where it holds more memory, native libraries included. */
export function guardProcess(parent: number, maxMemoryMib: number): void {
  const workerData = { parent, maxBytes: maxMemoryMib * 1024 ** 2 };
  new Worker(WATCH, { eval: true, workerData }).unref();
}
