'use client';
import { useTranslations } from 'next-intl';
import { useId, useRef } from 'react';
import { stemLength } from '@/components/entry/split-name';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { TextField } from '@/components/ui/text-field';
import { useNameForm } from './use-name-form';

interface NameDialogProps {
  /** Decides what is selected at first: the stem of a file, the whole name of a folder. */
  kind: 'file' | 'folder';
  title: string;
  saveLabel: string;
  initialName: string;
  /** A proposed name may be saved as it is; a present one is no change. */
  acceptsInitialName?: boolean;
  save(name: string): Promise<unknown>;
  onClose(): void;
  finalFocus(): HTMLElement | null;
}

/** Asks for a name: to rename, or for a new folder or file. Mount it to open it. */
export function NameDialog(props: NameDialogProps) {
  const t = useTranslations('files.nameDialog');
  const common = useTranslations('common');
  const form = useNameForm({
    initial: props.initialName,
    acceptsInitial: props.acceptsInitialName ?? false,
    save: props.save,
    onSaved: props.onClose,
  });
  const formId = useId();
  const input = useRef<HTMLInputElement>(null);
  const hasSelected = useRef(false);

  function selectStem(): void {
    if (hasSelected.current) return;
    hasSelected.current = true;
    input.current?.setSelectionRange(0, stemLength(props.initialName, props.kind));
  }

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && props.onClose()}
      title={props.title}
      size="small"
      initialFocus={input}
      finalFocus={props.finalFocus}
      footer={
        <>
          <Button onClick={props.onClose}>{common('cancel')}</Button>
          <Button type="submit" form={formId} variant="primary" busy={form.isBusy} disabled={!form.canSave}>
            {props.saveLabel}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={form.submit} noValidate>
        <TextField
          ref={input}
          label={t('label')}
          hideLabel
          value={form.name}
          onChange={(event) => form.change(event.target.value)}
          onFocus={selectStem}
          error={form.error}
          autoComplete="off"
          spellCheck={false}
        />
      </form>
    </Dialog>
  );
}
