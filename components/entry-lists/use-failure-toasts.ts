'use client';
import { useTranslations } from 'next-intl';
import { useErrorText } from '@/components/use-error-text';
import { showToast } from '../ui/toast';
import type { BatchOutcome } from './run-batch';

/** Says in a toast what did not work, and what to do. */
export function useFailureToasts() {
  const t = useTranslations('common.batch');
  const errorText = useErrorText();
  return {
    showFailure(error: unknown): void {
      showToast({ tone: 'error', title: errorText(error) });
    },
    /** One reason when it failed for all alike, else for how many; nothing when it worked. */
    showBatchFailures({ doneIds, errors }: BatchOutcome): void {
      const [first] = errors;
      if (!first) return;
      if (doneIds.length === 0 && errors.length === 1) {
        showToast({ tone: 'error', title: errorText(first) });
      } else {
        showToast({
          tone: 'error',
          title: t('someFailed', { count: errors.length }),
          description: errorText(first),
        });
      }
    },
  };
}
