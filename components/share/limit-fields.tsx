'use client';
import { useTranslations } from 'next-intl';
import { Checkbox } from '@/components/ui/checkbox';
import { TextField } from '@/components/ui/text-field';
import type { ShareSettings } from './share-settings';

interface LimitFieldsProps {
  settings: ShareSettings;
  onChange(change: Partial<ShareSettings>): void;
  /** What is wrong with the limit. */
  problem: string | undefined;
  /** Downloads taken so far. */
  downloads: number;
}

/** Whether downloads are counted against a limit, and which. */
export function LimitFields({ settings, onChange, problem, downloads }: LimitFieldsProps) {
  const t = useTranslations('shares.fields');
  return (
    <>
      <Checkbox
        label={t('limitWanted')}
        checked={settings.limitWanted}
        onCheckedChange={(limitWanted) => onChange({ limitWanted })}
      />
      {settings.limitWanted && (
        <TextField
          label={t('limit')}
          hideLabel
          name="limit"
          inputMode="numeric"
          value={settings.limit}
          onChange={(event) => onChange({ limit: event.currentTarget.value })}
          maxLength={7}
          autoComplete="off"
          hint={t('limitHint', { used: downloads })}
          error={problem}
          className="mb-2 ml-7 max-w-[320px]"
        />
      )}
    </>
  );
}
