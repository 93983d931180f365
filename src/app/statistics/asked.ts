/** What is asked on the statistics page, as it stands behind the question mark in its address. */
import { NOTE_KINDS, type NoteKind } from '../../domain/deck.ts';
import type { Scope } from '../../domain/scope.ts';
import { PERIODS, type Period } from '../../domain/statistics/figures.ts';
import type { Question } from '../../domain/statistics/question.ts';

export interface Asked extends Pick<Question, 'onlyMarked' | 'period' | 'scope'> {
  /** Null for all kinds. */
  readonly kind: NoteKind | null;
}

const PARTS = ['decks', 'chapters', 'concepts'] as const;
/** What is looked at before anything is chosen. */
const USUAL: Period = 90;

/** Whatever an address says that means nothing is passed over. */
export function askedOf(query: string): Asked {
  const params = new URLSearchParams(query);
  const scope: Scope = Object.fromEntries(
    PARTS.flatMap((part) => {
      const ids = (params.get(part) ?? '').split(',').filter((id) => id !== '');
      return ids.length > 0 ? [[part, ids]] : [];
    }),
  );
  const days = params.get('days');
  const period = PERIODS.find((one) => String(one ?? 'all') === days);
  return {
    scope: Object.keys(scope).length > 0 ? scope : null,
    kind: NOTE_KINDS.find((kind) => kind === params.get('kind')) ?? null,
    onlyMarked: params.get('marked') === '1',
    period: period === undefined ? USUAL : period,
  };
}

/** Empty for what is asked at first. */
export function queryOf({ scope, kind, onlyMarked, period }: Asked): string {
  const params = new URLSearchParams();
  for (const part of PARTS) {
    const ids = scope?.[part] ?? [];
    if (ids.length > 0) params.set(part, ids.join(','));
  }
  if (kind !== null) params.set('kind', kind);
  if (onlyMarked) params.set('marked', '1');
  if (period !== USUAL) params.set('days', String(period ?? 'all'));
  return params.toString();
}
