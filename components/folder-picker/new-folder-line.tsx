'use client';
import { useTranslations } from 'next-intl';
import { useChangeEntries } from '@/components/entry-commands/use-change-entries';
import { useNameForm } from '@/components/entry-commands/use-name-form';
import { Button } from '@/components/ui/button';
import { TextField } from '@/components/ui/text-field';
import type { FolderChoice } from './folder-tree';

/** One line that makes a folder in the chosen one, inside the move dialog. */
export function NewFolderLine({
  parent,
  onMade,
}: {
  parent: FolderChoice;
  onMade(folder: FolderChoice): void;
}) {
  const t = useTranslations('files.folderPicker');
  const change = useChangeEntries();
  const form = useNameForm({
    initial: '',
    save: async (name) => onMade(await change.create('folder', name, parent.id)),
    onSaved: () => {},
  });
  return (
    <form onSubmit={form.submit} noValidate className="mt-3 flex items-start gap-2">
      <TextField
        label={t('newFolderIn', { folder: parent.name })}
        hideLabel
        placeholder={t('newFolderIn', { folder: parent.name })}
        value={form.name}
        onChange={(event) => form.change(event.target.value)}
        error={form.error}
        autoComplete="off"
        autoFocus
        className="flex-1"
      />
      <Button type="submit" className="h-10" busy={form.isBusy} disabled={!form.canSave}>
        {t('create')}
      </Button>
    </form>
  );
}
