import { describeDelivery } from './contract/delivery.contract';
import { describeFailures } from './contract/failures.contract';
import { openTrial, type QueueHarness } from './contract/queue-trial';
import { describeRecovery } from './contract/recovery.contract';

/** What every adapter of the queue port promises. Called by each adapter's test. */
export function describeQueue(harness: QueueHarness): void {
  const trial = openTrial(harness);
  describeDelivery(trial);
  describeFailures(trial);
  describeRecovery(trial);
}
