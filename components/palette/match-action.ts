import { typeAheadForm } from '@/components/grid/keyboard/type-ahead';

/** What an action is found by: its label, and what it is called in the other language. */
export interface NamedAction {
  label: string;
  alsoCalled: string;
}

/** The actions that what is typed may mean, the best first; all of them while nothing is typed. */
export function matchActions<Action extends NamedAction>(actions: Action[], typed: string): Action[] {
  const wanted = normalise(typed);
  if (wanted === '') return actions;
  return actions
    .map((action) => ({ action, rank: rankOf(action, wanted) }))
    .filter(({ rank }) => rank > 0)
    .sort((one, other) => other.rank - one.rank)
    .map(({ action }) => action);
}

/** 4: begins with it; 3: has it in it; 2: has its words, or begins with its initials in pinyin; 1: its letters in order. */
function rankOf({ label, alsoCalled }: NamedAction, wanted: string): number {
  const names = [label, ...alsoCalled.split('|')].map(normalise);
  return Math.max(...names.map((name) => rankOfName(name, wanted)));
}

function rankOfName(name: string, wanted: string): number {
  if (name.startsWith(wanted)) return 4;
  if (name.includes(wanted)) return 3;
  if (wanted.split(' ').every((word) => name.includes(word))) return 2;
  if (typeAheadForm(name).startsWith(wanted)) return 2;
  return wanted.length > 1 && name[0] === wanted[0] && hasInOrder(name, wanted) ? 1 : 0;
}

function hasInOrder(name: string, letters: string): boolean {
  let from = 0;
  for (const letter of letters) {
    from = name.indexOf(letter, from) + 1;
    if (from === 0) return false;
  }
  return true;
}

function normalise(text: string): string {
  return text.normalize('NFKC').toLowerCase().trim().replace(/\s+/gu, ' ');
}
