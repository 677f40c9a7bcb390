'use client';
import { useTranslations } from 'next-intl';
import { ApiError } from './call-api';

/**
 * Turns an error into a sentence of the reader's language that says what to do, by the API's code. Errors of our own
 * fault carry the request id to quote.
 */
export function useErrorText(): (error: unknown) => string {
  const t = useTranslations('errors');
  return (error) => {
    if (!(error instanceof ApiError)) return t('unknown');
    if (error.code === 'rate_limited' && error.retryAfterSeconds !== null) {
      return `${t('rate_limited')} ${t('retryAfter', { seconds: error.retryAfterSeconds })}`;
    }
    if (error.code === 'internal' && error.requestId) {
      return `${t('internal')} ${t('reference', { requestId: error.requestId })}`;
    }
    return t(error.code);
  };
}
