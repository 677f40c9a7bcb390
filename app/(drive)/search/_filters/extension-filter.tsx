'use client';
import { useTranslations } from 'next-intl';
import { TextField } from '@/components/ui/text-field';
import { filterValue, withFilter } from './edit-query-line';
import type { FilterFieldProps } from './filter-panel';
import { useFollowed } from './use-followed';

/** Which endings names have; taken over with Enter or when one leaves the field. */
export function ExtensionFilter({ line, onChange }: FilterFieldProps) {
  const t = useTranslations('search.filters');
  const value = filterValue(line, 'ext') ?? '';
  const [typed, setTyped] = useFollowed(value);

  function take(): void {
    const extensions = typed.split(/[\s,，、;]+/u).filter((extension) => extension !== '');
    if (extensions.join(',') === value) return;
    onChange(withFilter(line, 'ext', extensions.length === 0 ? null : extensions.join(',')));
  }

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        take();
      }}
      onBlur={take}
    >
      <TextField
        label={t('extension')}
        value={typed}
        onValueChange={setTyped}
        placeholder="pdf, docx"
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
      />
    </form>
  );
}
