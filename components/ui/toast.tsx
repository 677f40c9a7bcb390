'use client';
import { Toast } from '@base-ui/react/toast';
import { CircleAlert, CircleCheck, X } from 'lucide-react';
import { useTranslations } from 'next-intl';

const manager = Toast.createToastManager();

interface ToastMessage {
  title: string;
  description?: string;
  /** `error` is announced at once and stays twice as long. */
  tone?: 'plain' | 'success' | 'error';
  /** One thing to do about it, e.g. Undo. Choosing it closes the toast. */
  action?: { label: string; run(): void };
  timeoutMs?: number;
}

/** Shows a message at the lower edge; it waits while hovered or focused (F6 reaches it). */
export function showToast(message: ToastMessage): void {
  const { title, description, tone = 'plain', action, timeoutMs } = message;
  const id = manager.add({
    title,
    description,
    type: tone,
    priority: tone === 'error' ? 'high' : 'low',
    timeout: timeoutMs ?? (tone === 'error' || action ? 10_000 : 5_000),
    ...(action
      ? {
          actionProps: {
            children: action.label,
            onClick: () => {
              manager.close(id);
              action.run();
            },
          },
        }
      : {}),
  });
}

/** Holds the toasts of the whole app; stands once, in the root layout. */
export function Toaster() {
  return (
    <Toast.Provider toastManager={manager} limit={3}>
      <Toast.Portal>
        <Toast.Viewport className="fixed right-4 bottom-[calc(72px+env(safe-area-inset-bottom))] left-4 z-70 sm:right-auto sm:bottom-6 sm:left-6 sm:w-[380px]">
          <ToastList />
        </Toast.Viewport>
      </Toast.Portal>
    </Toast.Provider>
  );
}

function ToastList() {
  const { toasts } = Toast.useToastManager();
  const t = useTranslations('common');
  return toasts.map((toast) => (
    <Toast.Root
      key={toast.id}
      toast={toast}
      swipeDirection={['down', 'left']}
      className="[--offset:calc(var(--toast-offset-y)*-1-var(--toast-index)*8px)] absolute inset-x-0 bottom-0 z-[calc(100-var(--toast-index))] rounded-card bg-toast text-on-toast shadow-high transition-[transform,opacity] duration-180 [transform:translateX(var(--toast-swipe-movement-x))_translateY(calc(var(--offset)+var(--toast-swipe-movement-y)))] data-ending-style:opacity-0 data-limited:opacity-0 data-starting-style:opacity-0 data-starting-style:[transform:translateY(24px)]"
    >
      <Toast.Content className="flex min-h-12 items-center gap-3 py-2 pr-2 pl-4">
        {toast.type === 'error' && <CircleAlert aria-hidden className="size-5 shrink-0 text-[#ff9d97]" />}
        {toast.type === 'success' && <CircleCheck aria-hidden className="size-5 shrink-0 text-[#7fdca6]" />}
        <div className="min-w-0 flex-1 py-1">
          <Toast.Title render={<p />} className="break-words text-sm" />
          <Toast.Description className="mt-0.5 break-words text-[13px] text-on-toast/75" />
        </div>
        {toast.actionProps && (
          <Toast.Action className="h-8 shrink-0 rounded-control px-3 font-medium text-sm text-toast-accent hover:bg-white/10 focus-visible:outline-toast-accent pointer-coarse:h-11" />
        )}
        <Toast.Close
          aria-label={t('dismiss')}
          className="flex size-8 shrink-0 items-center justify-center rounded-control text-on-toast/75 hover:bg-white/10 hover:text-on-toast focus-visible:outline-toast-accent pointer-coarse:size-11"
        >
          <X className="size-4" />
        </Toast.Close>
      </Toast.Content>
    </Toast.Root>
  ));
}
