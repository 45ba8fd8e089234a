import type { Platform } from '../../../utils/accounts/platform';
import type { Coverage, ItemState } from '../../../utils/campaign/progress/state';
import type { Category } from '../../../utils/checks/category';

/** What the board shows; '' = no restriction. */
export interface BoardFilter {
  search: string;
  unit: string;
  /** A platform, or `site` for everything that is no account. */
  platform: Platform | 'site' | '';
  state: ItemState | '';
  /** 逐项扫查: only items on which this check waits for a word. */
  sweep: Category | '';
}

export const noBoardFilter: BoardFilter = { search: '', unit: '', platform: '', state: '', sweep: '' };

export function matches(filter: BoardFilter, { record: { item }, state, checks }: Coverage): boolean {
  if (filter.unit && item.unit !== filter.unit) return false;
  if (filter.platform && (item.platform || 'site') !== filter.platform) return false;
  if (filter.state && state !== filter.state) return false;
  if (filter.search && !`${item.name} ${item.unit} ${item.url}`.includes(filter.search.trim())) return false;
  return (
    !filter.sweep ||
    checks.some(({ category, stand }) => category === filter.sweep && WAITING.includes(stand))
  );
}

const WAITING: readonly string[] = ['open', 'suggested', 'pending'];
