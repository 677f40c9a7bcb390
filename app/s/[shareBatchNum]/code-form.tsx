'use client';
import { useMutation } from '@tanstack/react-query';
import { LockKeyhole } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type FormEvent, useEffect } from 'react';
import { AttemptError } from '@/components/attempt-error';
import { ApiError } from '@/components/call-api';
import { Button } from '@/components/ui/button';
import { TextField } from '@/components/ui/text-field';
import { useFieldProblems } from '@/components/use-field-problems';
import { unlockVisit } from './open-visit';

interface CodeFormProps {
  shareBatchNum: string;
  /** Why the share is closed: the code of the link may have been wrong already. */
  refusal: Error | null;
  /** The code that came in the link. */
  linkCode: string;
  onUnlocked(): Promise<unknown>;
}

/** Asks for the extraction code. */
export function CodeForm({ shareBatchNum, refusal, linkCode, onUnlocked }: CodeFormProps) {
  const t = useTranslations('shares.visit.unlock');
  const { form, problems, show } = useFieldProblems<'extractionCode'>();
  const unlock = useMutation({
    mutationFn: async (code: string) => {
      await unlockVisit(shareBatchNum, code);
      await onUnlocked();
    },
    onError: async (error) => {
      if (isWrongCode(error)) show({ extractionCode: t('wrong') });
      // It ended or was cancelled meanwhile: asking again says so.
      else if (isOver(error)) await onUnlocked();
    },
  });
  const linkCodeWasWrong = isWrongCode(refusal);
  useEffect(() => {
    if (linkCodeWasWrong) show({ extractionCode: t('wrong') });
    else form.current?.querySelector('input')?.focus();
  }, [linkCodeWasWrong, show, t, form]);
  const failure = [unlock.error, refusal].find((error) => error && !isWrongCode(error) && !isLocked(error));

  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    if (unlock.isPending) return;
    const code = String(new FormData(event.currentTarget).get('extractionCode')).trim();
    show(code === '' ? { extractionCode: t('missing') } : {});
    if (code !== '') unlock.mutate(code);
  }

  return (
    <div className="flex flex-1 items-start justify-center pt-[max(8px,8vh)]">
      <form
        ref={form}
        onSubmit={submit}
        noValidate
        className="flex w-full max-w-[400px] flex-col gap-5 rounded-sheet border border-line bg-surface p-6 shadow-mid sm:p-8"
      >
        <div className="flex flex-col items-center text-center">
          <span className="mb-4 flex size-14 items-center justify-center rounded-full bg-accent-soft text-accent-text">
            <LockKeyhole aria-hidden className="size-6" strokeWidth={1.75} />
          </span>
          <h1 className="font-semibold text-lg">{t('title')}</h1>
          <p className="mt-1 text-balance text-ink-soft">{t('text')}</p>
        </div>
        {failure && <AttemptError error={failure} />}
        <TextField
          label={t('label')}
          name="extractionCode"
          defaultValue={linkCode}
          maxLength={32}
          autoComplete="off"
          autoCapitalize="none"
          autoCorrect="off"
          spellCheck={false}
          enterKeyHint="go"
          data-1p-ignore
          data-lpignore="true"
          error={problems.extractionCode}
        />
        <Button type="submit" variant="primary" size="large" className="w-full" busy={unlock.isPending}>
          {t('submit')}
        </Button>
      </form>
    </div>
  );
}

function isWrongCode(error: Error | null): boolean {
  return error instanceof ApiError && error.code === 'code_wrong';
}

function isLocked(error: Error): boolean {
  return error instanceof ApiError && error.code === 'code_required';
}

function isOver(error: Error): boolean {
  return error instanceof ApiError && ['share_expired', 'share_cancelled', 'not_found'].includes(error.code);
}
