import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** The secret that signs sessions, made once and kept in the data folder, readable by its owner alone. */
export async function keepSessionSecret(dataDir: string): Promise<string> {
  const file = path.join(dataDir, 'session-secret');
  if (!existsSync(file)) {
    await writeFile(`${file}.new`, randomBytes(32).toString('base64url'), { mode: 0o600, flush: true });
    await rename(`${file}.new`, file);
  }
  return (await readFile(file, 'utf8')).trim();
}
