'use client';
import { useTranslations } from 'next-intl';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useFieldProblems } from '@/components/use-field-problems';
import { MAX_MESSAGE_LENGTH } from '@/contracts/shares';
import { AccessFields } from './access-fields';
import { ExpiryFields } from './expiry-fields';
import { findShareProblems, type ShareProblems, type ShareSettings } from './share-settings';
import { TextArea } from './text-area';

interface ShareFormProps {
  /** A submit button elsewhere names it by `form`. */
  id: string;
  /** What the fields begin with. */
  initial(): ShareSettings;
  /** What the server found wrong with a field. */
  refused?: ShareProblems | undefined;
  canKeepExpiry?: boolean;
  /** Downloads taken so far. */
  downloads?: number;
  /** Called with settings that the server can take. */
  onSubmit(settings: ShareSettings): void;
  /** Stands above the fields. */
  notice?: ReactNode;
  /** Stands below the fields. */
  note?: ReactNode;
}

/** The fields of a share, new or changed. */
export function ShareForm(props: ShareFormProps) {
  const { id, initial, refused, canKeepExpiry, downloads = 0, onSubmit, notice, note } = props;
  const t = useTranslations('shares.fields.problems');
  const labels = useTranslations('shares.fields');
  const [settings, setSettings] = useState(initial);
  const { form, problems, show } = useFieldProblems<keyof ShareProblems>();
  const change = (changed: Partial<ShareSettings>) => setSettings({ ...settings, ...changed });

  const say = (found: ShareProblems) =>
    Object.fromEntries(Object.entries(found).map(([field, problem]) => [field, t(problem)]));

  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const found = say(findShareProblems(settings, new Date()));
    show(found);
    if (Object.keys(found).length === 0) onSubmit(settings);
  }

  const shown: Partial<Record<keyof ShareProblems, string>> = { ...say(refused ?? {}), ...problems };
  return (
    <form id={id} ref={form} onSubmit={submit} noValidate className="flex flex-col gap-5">
      {notice}
      <ExpiryFields
        settings={settings}
        onChange={change}
        problem={shown.customEnd}
        canKeep={canKeepExpiry ?? false}
      />
      <AccessFields
        settings={settings}
        onChange={change}
        problem={shown.code}
        limitProblem={shown.limit}
        downloads={downloads}
      />
      <TextArea
        label={labels('message')}
        name="message"
        value={settings.message}
        onChange={(event) => change({ message: event.currentTarget.value })}
        maxLength={MAX_MESSAGE_LENGTH}
        rows={2}
        hint={labels('messageHint')}
        error={shown.message}
      />
      {note}
    </form>
  );
}
