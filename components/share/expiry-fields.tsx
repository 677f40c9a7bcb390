'use client';
import { useLocale, useTranslations } from 'next-intl';
import { describeTimeZone, formatMoment } from '@/components/time/format-moment';
import { ChoiceChips } from '@/components/ui/choice-chips';
import { TextField } from '@/components/ui/text-field';
import { type ExpiryPreset, plannedEnd, type ShareSettings, toLocalInput } from './share-settings';

const PRESETS: ExpiryPreset[] = ['hour', 'day', 'week', 'month', 'custom', 'never'];

interface ExpiryFieldsProps {
  settings: ShareSettings;
  onChange(change: Partial<ShareSettings>): void;
  /** What is wrong with the date and time. */
  problem?: string | undefined;
  /** Offers to leave the end as it is. */
  canKeep?: boolean;
}

/** When a share ends: a preset or an own moment. Which moment that will be is always said, with its zone. */
export function ExpiryFields({ settings, onChange, problem, canKeep = false }: ExpiryFieldsProps) {
  const t = useTranslations('shares.fields');
  const locale = useLocale();
  const now = new Date();
  const end = plannedEnd(settings, now);
  const presets: ExpiryPreset[] = canKeep ? ['keep', ...PRESETS] : PRESETS;
  return (
    <div className="flex flex-col gap-3">
      <ChoiceChips
        label={t('expiry')}
        value={settings.expiry}
        onValueChange={(expiry) => onChange({ expiry })}
        options={presets.map((value) => ({ value, label: t(`presets.${value}`) }))}
      />
      {settings.expiry === 'custom' && (
        <TextField
          label={t('customLabel')}
          name="customEnd"
          type="datetime-local"
          min={toLocalInput(now)}
          value={settings.customEnd}
          onChange={(event) => onChange({ customEnd: event.currentTarget.value })}
          hint={t('zone', { zone: describeTimeZone(end ?? now, { locale }) })}
          error={problem}
        />
      )}
      {settings.expiry !== 'keep' && !problem && (
        <p className="text-[13px] text-ink-soft" aria-live="polite">
          {settings.expiry === 'never'
            ? t('endsNever')
            : end && t('endsOn', { date: formatMoment(end, { locale }) })}
        </p>
      )}
    </div>
  );
}
