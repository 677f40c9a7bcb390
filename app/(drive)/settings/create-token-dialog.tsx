'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { type FormEvent, useId } from 'react';
import { AttemptError } from '@/components/attempt-error';
import { callApi } from '@/components/call-api';
import { queryKeys } from '@/components/query-keys';
import { Button } from '@/components/ui/button';
import { CopyButton } from '@/components/ui/copy-button';
import { Dialog } from '@/components/ui/dialog';
import { TextField } from '@/components/ui/text-field';
import { useFieldProblems } from '@/components/use-field-problems';
import { createdToken, createTokenInput } from '@/contracts/accounts';

interface CreateTokenDialogProps {
  open: boolean;
  onOpenChange(open: boolean): void;
}

/** Names a new token, then shows it, this once. */
export function CreateTokenDialog({ open, onOpenChange }: CreateTokenDialogProps) {
  const t = useTranslations('account.settings.tokens');
  const client = useQueryClient();
  const formId = useId();
  const create = useMutation({
    mutationFn: (name: string) => callApi(createdToken, '/api/tokens', { method: 'POST', body: { name } }),
    onSuccess: () => client.invalidateQueries({ queryKey: queryKeys.tokens }),
  });
  const done = create.data !== undefined;

  function change(next: boolean): void {
    onOpenChange(next);
    // A token once shown is forgotten here too; the next opening begins anew.
    if (!next) create.reset();
  }

  return (
    <Dialog
      open={open}
      onOpenChange={change}
      title={t(done ? 'createdTitle' : 'createTitle')}
      description={t(done ? 'createdText' : 'createText')}
      footer={
        done ? (
          <>
            <Button onClick={() => change(false)}>{t('done')}</Button>
            <CopyButton variant="primary" text={create.data.token} />
          </>
        ) : (
          <Button type="submit" form={formId} variant="primary" busy={create.isPending}>
            {t('submit')}
          </Button>
        )
      }
    >
      {done ? (
        <TextField
          label={t('token')}
          value={create.data.token}
          readOnly
          onFocus={(event) => event.currentTarget.select()}
        />
      ) : (
        <TokenNameForm id={formId} error={create.error} onSubmit={(name) => create.mutate(name)} />
      )}
    </Dialog>
  );
}

interface TokenNameFormProps {
  id: string;
  error: Error | null;
  onSubmit(name: string): void;
}

function TokenNameForm({ id, error, onSubmit }: TokenNameFormProps) {
  const t = useTranslations('account');
  const { form, problems, show } = useFieldProblems<'name'>();

  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const name = String(new FormData(event.currentTarget).get('name')).trim();
    const valid = createTokenInput.safeParse({ name }).success;
    show(valid ? {} : { name: t(name === '' ? 'problems.nameMissing' : 'problems.nameInvalid') });
    if (valid) onSubmit(name);
  }

  return (
    <form id={id} ref={form} onSubmit={submit} noValidate className="flex flex-col gap-4">
      {error && <AttemptError error={error} />}
      <TextField
        label={t('settings.tokens.nameLabel')}
        name="name"
        autoComplete="off"
        placeholder={t('settings.tokens.namePlaceholder')}
        error={problems.name}
      />
    </form>
  );
}
