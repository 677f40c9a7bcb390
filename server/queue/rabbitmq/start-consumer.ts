import { backOffMs, createWakeUp } from '@/server/wake-up';
import type { BatchHandler, ConsumeOptions, Consumer, QueueName } from '../queue';
import { TopologyConflictError } from '../rabbitmq-topology';
import { type BrokerAddress, describeAddress } from './connect-broker';
import { openDelivery, type RabbitmqDelivery } from './delivery';
import type { RabbitmqPublisher } from './publisher';

/** What one consumer is to do, and over what. */
export interface ConsumerWork {
  address: BrokerAddress;
  publisher: RabbitmqPublisher;
  queue: QueueName;
  options: ConsumeOptions;
  handle: BatchHandler;
}

/**
 * Consumes until stopped: whenever the connection, the channel or the queue is lost, all of it is built anew, with
 * back-off. A broker that is down at first is logged and waited for.
 * @throws {TopologyConflictError} at start, when waiting cannot help.
 */
export async function startRabbitmqConsumer(work: ConsumerWork): Promise<Consumer> {
  const { log } = work.address;
  const wakeUp = createWakeUp();
  let stopping = false;
  let current = await tryToOpen(work, { failOnConflict: true });
  const running = keepConsuming();

  async function keepConsuming(): Promise<void> {
    for (let failures = current ? 0 : 1; !stopping; failures += 1) {
      if (current) {
        failures = 0;
        const reason = await current.ended;
        if (stopping) return;
        log.warn({ queue: work.queue, err: reason }, 'lost the queue, connecting again');
        await current.stop();
        current = undefined;
      }
      await wakeUp.wait(backOffMs(failures));
      if (stopping) return;
      current = await tryToOpen(work, { failOnConflict: false });
    }
  }

  return {
    async stop() {
      stopping = true;
      wakeUp.wake();
      await current?.stop();
      await running;
      // The loop may have been connecting when it was told to stop.
      await current?.stop();
    },
  };
}

async function tryToOpen(
  work: ConsumerWork,
  { failOnConflict }: { failOnConflict: boolean },
): Promise<RabbitmqDelivery | undefined> {
  const { url, log } = work.address;
  try {
    const opened = await openDelivery(work);
    log.info({ queue: work.queue, address: describeAddress(url) }, 'consuming');
    return opened;
  } catch (error) {
    if (failOnConflict && error instanceof TopologyConflictError) throw error;
    // The message names the address and the remedy; a stack would only bury it.
    log.error({ queue: work.queue }, error instanceof Error ? error.message : String(error));
    return undefined;
  }
}
