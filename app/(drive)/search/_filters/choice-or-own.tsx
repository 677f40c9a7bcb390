'use client';
import { useTranslations } from 'next-intl';
import { type ReactNode, useState } from 'react';
import { Select } from '@/components/ui/select';

interface ChoiceOrOwnProps {
  label: string;
  /** What is chosen now; null is no filter. */
  value: string | null;
  options: { value: string; label: string }[];
  onChange(value: string | null): void;
  /** The fields of a range of one's own. */
  own: ReactNode;
}

const ANY = 'any';
const OWN = 'own';

/** A few usual values, 'any', and the way to a range of one's own. */
export function ChoiceOrOwn({ label, value, options, onChange, own }: ChoiceOrOwnProps) {
  const t = useTranslations('search.filters');
  const isUsual = options.some((option) => option.value === value);
  const [wantsOwn, setWantsOwn] = useState(false);
  const showsOwn = (value !== null && !isUsual) || (value === null && wantsOwn);
  return (
    <div className="flex min-w-0 flex-col gap-2">
      <Select
        label={label}
        value={showsOwn ? OWN : (value ?? ANY)}
        onValueChange={(chosen) => {
          setWantsOwn(chosen === OWN);
          // A range of one's own begins open: nothing is narrowed before it is typed.
          onChange(chosen === ANY || chosen === OWN ? null : chosen);
        }}
        options={[{ value: ANY, label: t('any') }, ...options, { value: OWN, label: t('own') }]}
      />
      {showsOwn && own}
    </div>
  );
}
