import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { LanguageSwitch } from '@/components/language-switch';
import { Logo } from '@/components/shell/logo';

/** The calm page around signing in and registering. */
export default async function SignInLayout({ children }: { children: ReactNode }) {
  const t = await getTranslations('common');
  return (
    <div className="flex min-h-dvh flex-col bg-canvas">
      <header className="flex items-center justify-between gap-4 p-4 sm:px-6">
        <span className="flex items-center gap-2.5 font-semibold text-[17px] tracking-tight">
          <Logo className="size-7 shrink-0" />
          {t('productName')}
        </span>
        <LanguageSwitch />
      </header>
      <main id="content" className="flex flex-1 items-start justify-center px-4 pt-[max(16px,9vh)] pb-16">
        <div className="w-full max-w-[400px] rounded-sheet border border-line bg-surface p-6 shadow-mid sm:p-8">
          {children}
        </div>
      </main>
    </div>
  );
}
