import { readFileSync } from 'node:fs';

/**
 * Compares this Node with `engines` in package.json.
 * @throws {Error} that says which version is needed and which one runs.
 */
export function checkNodeVersion() {
  const manifest = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
  const needed = manifest.engines.node.replace('>=', '');
  if (isOlder(process.versions.node, needed)) {
    throw new Error(
      `Netdisk needs Node.js ${needed} or newer; this is ${process.versions.node}. See https://nodejs.org/`,
    );
  }
}

function isOlder(version, needed) {
  const have = version.split('.').map(Number);
  const want = needed.split('.').map(Number);
  const differing = want.findIndex((number, index) => number !== have[index]);
  return differing !== -1 && (have[differing] ?? 0) < want[differing];
}
