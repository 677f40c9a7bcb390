'use client';
import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { create } from 'zustand';
import { persist } from 'zustand/middleware';
import { askMe, useMe } from '@/components/use-me';
import { cutLine } from './cut-line';

const KEPT = 6;
const NONE: string[] = [];

interface RecentSearches {
  recent: string[];
  remember(words: string): void;
  forgetAll(): void;
}

interface KeptSearches {
  /** By the id of an account, the newest first. */
  ofAccount: Record<string, string[]>;
}

const useKeptSearches = create<KeptSearches>()(
  persist((): KeptSearches => ({ ofAccount: {} }), {
    name: 'netdisk.recent-searches',
    version: 1,
    // Before, all accounts of a browser had one list: whose words those are nobody knows, so nobody is shown them.
    migrate: () => ({ ofAccount: {} }),
  }),
);

/**
 * What the signed-in account searched for in this browser, the newest first; nothing until it is known who that is. What
 * is searched for before that is remembered as soon as it is known.
 */
export function useRecentSearches(): RecentSearches {
  const client = useQueryClient();
  const accountId = useMe().data?.id;
  const { ofAccount } = useKeptSearches();
  return {
    recent: (accountId !== undefined && ofAccount[accountId]) || NONE,
    remember: (words) => void rememberOnceKnown(client, words),
    forgetAll: () => accountId !== undefined && keep(accountId, NONE),
  };
}

async function rememberOnceKnown(client: QueryClient, words: string): Promise<void> {
  try {
    rememberSearch((await client.ensureQueryData(askMe)).id, words);
  } catch {
    // Whose words they are cannot be known, so they are nobody's. The page says itself that it cannot ask.
  }
}

/** Keeps some words as the newest search of an account. */
export function rememberSearch(accountId: string, words: string): void {
  const { ofAccount } = useKeptSearches.getState();
  keep(accountId, withSearch(ofAccount[accountId] ?? NONE, words));
}

function keep(accountId: string, recent: string[]): void {
  useKeptSearches.setState(({ ofAccount }) => ({ ofAccount: { ...ofAccount, [accountId]: recent } }));
}

/** The list with some words on top, each once whatever its case. */
export function withSearch(recent: string[], words: string): string[] {
  const added = cutLine(words);
  if (added === '') return recent;
  const others = recent.filter((known) => known.toLowerCase() !== added.toLowerCase());
  return [added, ...others].slice(0, KEPT);
}
