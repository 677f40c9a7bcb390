'use client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ApiError } from '@/components/call-api';
import { useErrorText } from '@/components/use-error-text';

interface NameFormOptions {
  initial: string;
  /** Without it, saving the initial name is no change and closes the form. */
  acceptsInitial?: boolean;
  save(name: string): Promise<unknown>;
  onSaved(): void;
}

/** The state of a form that gives something a name: what is typed, what is wrong, whether it is on its way. */
export function useNameForm(options: NameFormOptions) {
  const t = useTranslations('files.nameDialog');
  const errorText = useErrorText();
  const [name, setName] = useState(options.initial);
  const [error, setError] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);

  function textOf(failure: unknown): string {
    const isInvalid = failure instanceof ApiError && failure.code === 'invalid_input';
    return isInvalid ? t('invalid') : errorText(failure);
  }

  return {
    name,
    error,
    isBusy,
    canSave: name.trim() !== '',
    change(value: string): void {
      setName(value);
      setError(null);
    },
    async submit(event: React.FormEvent): Promise<void> {
      event.preventDefault();
      // A React event bubbles through portals: the form of a dialog must not submit one around it.
      event.stopPropagation();
      if (name.trim() === '' || isBusy) return;
      if (name === options.initial && !options.acceptsInitial) {
        options.onSaved();
        return;
      }
      setBusy(true);
      try {
        await options.save(name);
        options.onSaved();
      } catch (failure) {
        setError(textOf(failure));
      } finally {
        setBusy(false);
      }
    },
  };
}
