import { watch } from 'node:fs';
import type { KeptProcess } from './keep-running';

const WATCHED = ['contracts', 'server', 'workers'];
const SETTLE_MS = 200;

/** `npm run dev`: workers start anew when their code changes, as pages do by themselves. */
export function restartOnChange(workers: KeptProcess[]): void {
  let settling: NodeJS.Timeout | undefined;
  for (const folder of WATCHED) {
    watch(folder, { recursive: true }, (_event, file) => {
      if (!file?.endsWith('.ts') || file.endsWith('.test.ts')) return;
      clearTimeout(settling);
      settling = setTimeout(() => {
        for (const worker of workers) worker.restart();
      }, SETTLE_MS);
    });
  }
}
