'use client';
import { useTranslations } from 'next-intl';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useFieldProblems } from '@/components/use-field-problems';
import { AccessFields } from './access-fields';
import { ExpiryFields } from './expiry-fields';
import { findShareProblems, type ShareProblems, type ShareSettings } from './share-settings';

interface ShareFormProps {
  /** A submit button elsewhere names it by `form`. */
  id: string;
  /** What the fields begin with. */
  initial(): ShareSettings;
  /** What the server found wrong with a field. */
  refused?: ShareProblems | undefined;
  canKeepExpiry?: boolean;
  /** Called with settings that the server can take. */
  onSubmit(settings: ShareSettings): void;
  /** Stands above the fields. */
  notice?: ReactNode;
  /** Stands below the fields. */
  note?: ReactNode;
}

/** The fields of a share, new or changed. */
export function ShareForm({ id, initial, refused, canKeepExpiry, onSubmit, notice, note }: ShareFormProps) {
  const t = useTranslations('shares.fields.problems');
  const [settings, setSettings] = useState(initial);
  const { form, problems, show } = useFieldProblems<keyof ShareProblems>();
  const change = (changed: Partial<ShareSettings>) => setSettings({ ...settings, ...changed });

  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const { customEnd, code } = findShareProblems(settings, new Date());
    show({ ...(customEnd && { customEnd: t(customEnd) }), ...(code && { code: t(code) }) });
    if (!customEnd && !code) onSubmit(settings);
  }

  return (
    <form id={id} ref={form} onSubmit={submit} noValidate className="flex flex-col gap-5">
      {notice}
      <ExpiryFields
        settings={settings}
        onChange={change}
        problem={problems.customEnd ?? (refused?.customEnd && t(refused.customEnd))}
        canKeep={canKeepExpiry ?? false}
      />
      <AccessFields
        settings={settings}
        onChange={change}
        problem={problems.code ?? (refused?.code && t(refused.code))}
      />
      {note}
    </form>
  );
}
