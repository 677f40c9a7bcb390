/** Collects what arrives one by one into batches, and runs a bounded number of them at once. */
export interface BatchGatherer<Item> {
  push(item: Item): void;
  /** Forgets what was not handed over, and resolves when the calls under way are over. */
  stop(): Promise<void>;
}

/**
 * A batch is handed over when it is full, or `lingerMs` after its first item. `run` must not reject: whoever
 * gathers has nobody to tell.
 */
export function gatherBatches<Item>(
  { batchSize, concurrency, lingerMs }: { batchSize: number; concurrency: number; lingerMs: number },
  run: (batch: Item[]) => Promise<void>,
): BatchGatherer<Item> {
  const waiting: Item[] = [];
  const running = new Set<Promise<void>>();
  let linger: NodeJS.Timeout | undefined;
  let lingered = false;
  let stopped = false;

  function startBatches(): void {
    const enough = () => waiting.length >= (lingered ? 1 : batchSize);
    while (enough() && running.size < concurrency) startBatch(waiting.splice(0, batchSize));
    if (waiting.length > 0) linger ??= setTimeout(lingerIsOver, lingerMs);
    else forgetLinger();
  }

  function startBatch(batch: Item[]): void {
    const call = run(batch).finally(() => {
      running.delete(call);
      startBatches();
    });
    running.add(call);
  }

  function lingerIsOver(): void {
    lingered = true;
    startBatches();
  }

  function forgetLinger(): void {
    clearTimeout(linger);
    linger = undefined;
    lingered = false;
  }

  return {
    push(item) {
      if (stopped) return;
      waiting.push(item);
      startBatches();
    },
    async stop() {
      stopped = true;
      waiting.length = 0;
      forgetLinger();
      await Promise.all(running);
    },
  };
}
