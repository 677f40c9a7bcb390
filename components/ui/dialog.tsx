'use client';
import { Dialog as BaseDialog } from '@base-ui/react/dialog';
import { X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type ComponentProps, type ReactNode, useRef } from 'react';
import { cn } from '@/components/class-names';
import { IconButton } from './icon-button';

interface DialogProps {
  open: boolean;
  onOpenChange(open: boolean): void;
  title: ReactNode;
  /** One or two sentences under the title. */
  description?: ReactNode;
  children?: ReactNode;
  /** The buttons, the main one last. */
  footer?: ReactNode;
  size?: 'small' | 'medium' | 'large';
  /** Where focus goes first; without it the first input, else the dialog itself. */
  initialFocus?: ComponentProps<typeof BaseDialog.Popup>['initialFocus'];
  /** Where focus returns; the element that had it without it. */
  finalFocus?: ComponentProps<typeof BaseDialog.Popup>['finalFocus'];
}

const FIRST_INPUT =
  'input:not([type="hidden"], [readonly], [disabled]), textarea, [role="treeitem"][tabindex="0"]';

const WIDTH = { small: 'sm:w-[400px]', medium: 'sm:w-[480px]', large: 'sm:w-[640px]' };

/** A modal dialog; on phones a sheet at the lower edge. Escape and a click outside close it. */
export function Dialog(props: DialogProps) {
  const { open, onOpenChange, title, description, children, footer, size = 'medium' } = props;
  const t = useTranslations('common');
  const popup = useRef<HTMLDivElement>(null);
  // Not the close button, where focus would only open a tooltip over the title.
  const firstInput = () => popup.current?.querySelector<HTMLElement>(FIRST_INPUT) ?? popup.current;
  return (
    <BaseDialog.Root open={open} onOpenChange={onOpenChange}>
      <BaseDialog.Portal>
        <BaseDialog.Backdrop className="fixed inset-0 z-50 bg-scrim transition-opacity duration-150 data-ending-style:opacity-0 data-starting-style:opacity-0" />
        <BaseDialog.Viewport className="fixed inset-0 z-50 flex items-end justify-center sm:items-center sm:p-6">
          <BaseDialog.Popup
            ref={popup}
            initialFocus={props.initialFocus ?? firstInput}
            finalFocus={props.finalFocus}
            className={cn(
              'flex max-h-[calc(100dvh-32px)] w-full flex-col rounded-t-sheet bg-raised text-ink shadow-high outline-none transition-[opacity,translate,scale] duration-150 sm:rounded-sheet',
              'data-ending-style:translate-y-6 data-starting-style:translate-y-6 data-ending-style:opacity-0 data-starting-style:opacity-0',
              'sm:data-ending-style:translate-y-0 sm:data-starting-style:translate-y-0 sm:data-ending-style:scale-[0.98] sm:data-starting-style:scale-[0.98]',
              WIDTH[size],
            )}
          >
            <header className="flex items-start gap-3 px-6 pt-5 pb-1">
              <div className="min-w-0 flex-1 pt-1">
                <BaseDialog.Title className="font-semibold text-base leading-6">{title}</BaseDialog.Title>
                {description && (
                  <BaseDialog.Description className="mt-1.5 text-ink-soft text-sm">
                    {description}
                  </BaseDialog.Description>
                )}
              </div>
              <BaseDialog.Close
                render={
                  <IconButton label={t('close')} className="-mr-2.5">
                    <X />
                  </IconButton>
                }
              />
            </header>
            <div className="min-h-0 flex-1 overflow-y-auto px-6 py-3">{children}</div>
            {footer && (
              <footer className="flex flex-wrap justify-end gap-2 px-6 pt-2 pb-[max(20px,env(safe-area-inset-bottom))]">
                {footer}
              </footer>
            )}
          </BaseDialog.Popup>
        </BaseDialog.Viewport>
      </BaseDialog.Portal>
    </BaseDialog.Root>
  );
}
