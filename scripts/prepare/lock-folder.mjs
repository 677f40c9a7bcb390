import { createHash } from 'node:crypto';
import { mkdirSync, realpathSync, rmSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { say } from './report-progress.mjs';

// A lock is a socket that one process listens on, named after the folder it guards. The system closes it
// with the process, also by kill -9: there is no process id to go stale, and no moment between look and take.

const RETRY_MS = 250;

/** Takes the lock of a data folder, until this process ends. False when somebody else holds it. */
export async function lockDataFolder(folder) {
  return (await takeLock(lockName('data', folder))) !== null;
}

/** Installs, generates or builds while nobody else does so in this checkout, after waiting for whoever is. */
export async function withBuildLock(work) {
  const lock = await takeLock(lockName('build', '.'), {
    waiting: () => say('Waiting for another command that is building this checkout'),
  });
  try {
    return await work();
  } finally {
    lock.release();
  }
}

function lockName(purpose, folder) {
  mkdirSync(folder, { recursive: true });
  const hash = createHash('sha256').update(realpathSync(folder)).digest('hex').slice(0, 40);
  return `netdisk-${purpose}-${hash}`;
}

/**
 * Takes a lock for as long as this process lives, or until `release()`.
 * @param waiting told once when somebody else holds it, and then it is waited for. Without it: null at once.
 */
async function takeLock(name, { waiting } = {}) {
  let told = false;
  for (;;) {
    const server = await listen(name);
    if (server) return { release: () => server.close() };
    if (!waiting) return null;
    if (!told) waiting();
    told = true;
    await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
  }
}

async function listen(name) {
  const address = socketAddress(name);
  const server = await tryToListen(address);
  if (server || !path.isAbsolute(address) || (await isAnswered(address))) return server;
  // Only a socket that is a file (macOS, BSD) can outlive its process.
  rmSync(address, { force: true });
  return tryToListen(address);
}

function socketAddress(name) {
  if (process.platform === 'linux') return `\0${name}`;
  if (process.platform === 'win32') return `\\\\.\\pipe\\${name}`;
  return path.join(tmpdir(), `${name}.sock`);
}

function tryToListen(address) {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => socket.destroy());
    server.once('error', (error) => (error.code === 'EADDRINUSE' ? resolve(null) : reject(error)));
    server.listen(address, () => {
      server.unref();
      resolve(server);
    });
  });
}

function isAnswered(address) {
  return new Promise((resolve) => {
    const socket = connect(address);
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });
}
