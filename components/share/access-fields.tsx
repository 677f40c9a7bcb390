'use client';
import { RefreshCw } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Checkbox } from '@/components/ui/checkbox';
import { IconButton } from '@/components/ui/icon-button';
import { TextField } from '@/components/ui/text-field';
import { LimitFields } from './limit-fields';
import { makeRandomCode } from './random-code';
import type { ShareSettings } from './share-settings';

interface AccessFieldsProps {
  settings: ShareSettings;
  onChange(change: Partial<ShareSettings>): void;
  /** What is wrong with the code. */
  problem?: string | undefined;
  /** What is wrong with the limit. */
  limitProblem?: string | undefined;
  /** Downloads taken so far. */
  downloads: number;
}

/** Who gets in, by which code, and what they may do. */
export function AccessFields({ settings, onChange, problem, limitProblem, downloads }: AccessFieldsProps) {
  const t = useTranslations('shares.fields');
  return (
    <div className="flex flex-col gap-2">
      <Checkbox
        label={t('codeWanted')}
        checked={settings.codeWanted}
        onCheckedChange={(codeWanted) =>
          onChange({ codeWanted, ...(settings.code === '' && { code: makeRandomCode() }) })
        }
      />
      {settings.codeWanted ? (
        <TextField
          label={t('code')}
          hideLabel
          name="code"
          value={settings.code}
          onChange={(event) => onChange({ code: event.currentTarget.value })}
          maxLength={32}
          autoComplete="off"
          autoCapitalize="none"
          autoCorrect="off"
          spellCheck={false}
          data-1p-ignore
          data-lpignore="true"
          hint={t('codeHint')}
          error={problem}
          className="mb-2 ml-7 max-w-[260px]"
          suffix={
            <IconButton
              size="small"
              type="button"
              label={t('newCode')}
              onClick={() => onChange({ code: makeRandomCode() })}
            >
              <RefreshCw />
            </IconButton>
          }
        />
      ) : (
        <p className="mb-2 ml-7 text-[13px] text-ink-soft">{t('noCodeHint')}</p>
      )}
      <Checkbox
        label={t('allowDownload')}
        checked={settings.allowDownload}
        onCheckedChange={(allowDownload) => onChange({ allowDownload })}
      />
      {settings.allowDownload && (
        <LimitFields settings={settings} onChange={onChange} problem={limitProblem} downloads={downloads} />
      )}
    </div>
  );
}
