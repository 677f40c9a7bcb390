import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

export interface ProcessRecord {
  change(name: string, pid: number | undefined): void;
  remove(): Promise<void>;
}

/** Where a running Netdisk notes its process ids, for people and tests; nothing in Netdisk relies on it. */
function processesFile(dataDir: string): string {
  return path.join(dataDir, 'processes.json');
}

/** Keeps the note up to date: `{"supervisor": 12, "web": 13, …}`, null for what is just being started again. */
export function recordProcesses(dataDir: string): ProcessRecord {
  const file = processesFile(dataDir);
  const pids: Record<string, number | null> = { supervisor: process.pid };
  const write = () => writeFileSync(file, `${JSON.stringify(pids)}\n`);
  write();
  return {
    change(name, pid) {
      pids[name] = pid ?? null;
      write();
    },
    async remove() {
      rmSync(file, { force: true });
    },
  };
}
