import { type ReactNode, useId } from 'react';

interface SettingsSectionProps {
  title: string;
  text?: string;
  /** Stands at the right of the title. */
  action?: ReactNode;
  children: ReactNode;
}

/** One card of the settings. */
export function SettingsSection({ title, text, action, children }: SettingsSectionProps) {
  const titleId = useId();
  return (
    <section aria-labelledby={titleId} className="rounded-card border border-line bg-surface p-5 sm:p-6">
      <header className="mb-4 flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <div className="min-w-0 max-w-[56ch]">
          <h2 id={titleId} className="font-semibold text-[15px] leading-6">
            {title}
          </h2>
          {text && <p className="mt-0.5 text-[13px] text-ink-soft">{text}</p>}
        </div>
        {action}
      </header>
      {children}
    </section>
  );
}
