import { elasticsearchWays } from '../../tests/services/elasticsearch-service';
import { chromiumWays } from '../../tests/services/find-chromium';
import type { ServiceName } from '../../tests/services/missing-services';
import { postgresWays } from '../../tests/services/postgres-service';
import { rabbitmqWays } from '../../tests/services/rabbitmq-service';
import { type FindService, findService, type TestService } from '../../tests/services/test-service';

/** What the stages that need services are handed. */
export interface FoundServices {
  up: { name: ServiceName; how: string }[];
  missing: { name: ServiceName; reasons: string[] }[];
  /** For vitest and Playwright: where the services are, and which are not (TEST_MISSING). */
  env: Record<string, string>;
}

export interface Services {
  whenUp(): Promise<FoundServices>;
  /** Ends what was started for this run. */
  stop(): Promise<void>;
}

const WAYS: Record<ServiceName, FindService[]> = {
  PostgreSQL: postgresWays,
  RabbitMQ: rabbitmqWays,
  Elasticsearch: elasticsearchWays,
  Chromium: chromiumWays,
};

/** Begins to find or start the services, all at once, when any are `needed`. */
export function bringUpServices(needed: boolean): Services {
  const started: TestService[] = [];
  const found: FoundServices = { up: [], missing: [], env: {} };
  const all = Promise.all(
    Object.entries(needed ? WAYS : {}).map(async ([key, ways]) => {
      // The keys of WAYS are the names.
      const name = key as ServiceName;
      const { service, reasons } = await findService(ways);
      if (!service) return found.missing.push({ name, reasons });
      started.push(service);
      Object.assign(found.env, service.env);
      return found.up.push({ name, how: service.how });
    }),
  );
  return {
    async whenUp() {
      await all;
      found.env.TEST_MISSING = found.missing.map(({ name }) => name).join(',');
      return found;
    },
    async stop() {
      await all;
      await Promise.all(started.map((service) => service.stop()));
    },
  };
}
