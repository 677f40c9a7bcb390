import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { LanguageSwitch } from '@/components/language-switch';
import { Logo } from '@/components/shell/logo';

/** The page around a share: for visitors, who need no account and see nothing of the owner's drive. */
export default async function ShareLayout({ children }: { children: ReactNode }) {
  const t = await getTranslations();
  return (
    <div className="flex min-h-dvh flex-col bg-canvas">
      <header className="flex h-14 shrink-0 items-center justify-between gap-4 px-4 sm:px-6 md:h-16">
        <span className="flex items-center gap-2.5 font-semibold text-[17px] tracking-tight">
          <Logo className="size-7 shrink-0" />
          {t('common.productName')}
        </span>
        <LanguageSwitch />
      </header>
      <main id="content" className="mx-auto flex w-full max-w-[920px] flex-1 flex-col px-3 pb-6 sm:px-6">
        {children}
      </main>
      <footer className="px-4 pb-6 text-center text-ink-faint text-xs">{t('shares.visit.footer')}</footer>
    </div>
  );
}
