import { describeFilters } from './contract/filters.contract';
import { describeFinding } from './contract/finding.contract';
import { type OpenIndex, openIndexTrial } from './contract/index-trial';
import { describeUpkeep } from './contract/upkeep.contract';
import { describeWriting } from './contract/writing.contract';

/** What every adapter of the search port keeps; its test file calls this with a fresh index. */
export function searchIndexContract(open: OpenIndex): void {
  const trial = openIndexTrial(open);
  describeFinding(trial);
  describeFilters(trial);
  describeWriting(trial);
  describeUpkeep(trial);
}
