'use client';
import { useTranslations } from 'next-intl';
import { type ReactNode, useRef } from 'react';
import { Button } from './button';
import { Dialog } from './dialog';

interface ConfirmDialogProps {
  open: boolean;
  onOpenChange(open: boolean): void;
  title: ReactNode;
  /** What will happen, with count and size where they matter. */
  description: ReactNode;
  /** The verb of the action, e.g. "Delete forever". */
  confirmLabel: string;
  /** How not doing it is called, where "Cancel" could be misread as the action. */
  cancelLabel?: string;
  onConfirm(): void;
  busy?: boolean;
  tone?: 'danger' | 'primary';
  children?: ReactNode;
}

/** Asks before something that cannot be undone. Focus starts on Cancel, so Enter alone destroys nothing. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const t = useTranslations('common');
  const cancel = useRef<HTMLButtonElement>(null);
  return (
    <Dialog
      open={props.open}
      onOpenChange={props.onOpenChange}
      title={props.title}
      description={props.description}
      size="small"
      initialFocus={cancel}
      footer={
        <>
          <Button ref={cancel} onClick={() => props.onOpenChange(false)}>
            {props.cancelLabel ?? t('cancel')}
          </Button>
          <Button variant={props.tone ?? 'danger'} busy={props.busy ?? false} onClick={props.onConfirm}>
            {props.confirmLabel}
          </Button>
        </>
      }
    >
      {props.children}
    </Dialog>
  );
}
