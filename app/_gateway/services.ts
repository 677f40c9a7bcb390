import 'server-only';
import { readConfig } from '@/server/config';
import { createServices, type Services } from '@/server/services';

const holder: typeof globalThis & { netdiskServices?: Services } = globalThis;

/** The services of this web process, made once: on `globalThis` they survive hot reload. */
export function services(): Services {
  holder.netdiskServices ??= createServices(readConfig(process.env), 'web');
  return holder.netdiskServices;
}
