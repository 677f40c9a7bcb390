import 'server-only';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { readFigures } from '@/server/health/read-figures';
import type { Services } from '@/server/services';

/** What this web process counts, and what it reads for an operator. */
export interface Metrics {
  contentType: string;
  countRequest(method: string, status: number, seconds: number): void;
  /** In the text format of Prometheus. What cannot be read just now is left out. */
  render(services: Services): Promise<string>;
}

const holder: typeof globalThis & { netdiskMetrics?: Metrics } = globalThis;

/** The metrics of this web process, made once: each route is a bundle of its own, and counts into the same. */
export function metrics(): Metrics {
  holder.netdiskMetrics ??= createMetrics();
  return holder.netdiskMetrics;
}

function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry, prefix: 'netdisk_' });
  const requests = new Histogram({
    name: 'netdisk_http_request_seconds',
    help: 'Time until a route had its answer (not until its last byte was sent).',
    labelNames: ['method', 'status'],
    buckets: [0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10, 60],
    registers: [registry],
  });
  const figures = createGauges(registry);
  return {
    contentType: registry.contentType,
    countRequest(method, status, seconds) {
      requests.observe({ method, status: String(status) }, seconds);
    },
    async render(services) {
      await figures.read(services);
      return registry.metrics();
    },
  };
}

function createGauges(registry: Registry) {
  const gauge = (name: string, help: string) => new Gauge({ name, help, registers: [registry] });
  const outboxEvents = gauge('netdisk_outbox_events', 'Events that wait to be published.');
  const outboxOldest = gauge('netdisk_outbox_oldest_seconds', 'Age of the oldest of them.');
  const delta = gauge('netdisk_delta_entries', 'Entries the search index does not show as they are.');
  const failed = gauge('netdisk_failed_messages', 'Messages that failed for good and wait for a person.');

  async function read({ db, queue, log }: Services): Promise<void> {
    const [figures, failedMessages] = await Promise.allSettled([readFigures(db), queue.countFailed()]);
    for (const one of [outboxEvents, outboxOldest, delta, failed]) one.remove();
    if (figures.status === 'fulfilled') {
      outboxEvents.set(figures.value.outboxEvents);
      outboxOldest.set(figures.value.outboxOldestSeconds);
      delta.set(figures.value.deltaEntries);
    }
    if (failedMessages.status === 'fulfilled') failed.set(failedMessages.value);
    for (const outcome of [figures, failedMessages]) {
      if (outcome.status === 'rejected') log.warn({ err: outcome.reason }, 'a figure cannot be read');
    }
  }

  return { read };
}
