/** Where each screen is: hash routes, so that any static host and sub-path works. */
import { useHashLocation } from 'wouter/use-hash-location';

export const routes = {
  today: '/',
  review: '/review',
  decks: '/decks',
  chapter: '/decks/:deck/:chapter',
  concepts: '/concepts',
  concept: '/concepts/:deck/:concept',
  statistics: '/statistics',
  model: '/statistics/model',
  settings: '/settings',
  quizzes: '/quiz',
  quiz: '/quiz/:quiz',
  discussions: '/discussions',
  newDiscussion: '/discussions/new',
  discussion: '/discussions/:discussion',
  changeDiscussion: '/discussions/:discussion/change',
  brief: '/discussions/:discussion/brief',
} as const;

/** The address of a route in a link. */
export function hrefOf(path: string): string {
  return `#${path}`;
}

/**
 * The address of a chapter (`<deck>/<chapter>`), at one of its concepts or cards if named; `text`: to
 * be read as a text.
 */
export function chapterHref(chapterId: string, at?: string, as?: 'text'): string {
  const query = [
    ...(at === undefined ? [] : [`at=${encodeURIComponent(at)}`]),
    ...(as === undefined ? [] : [`as=${as}`]),
  ].join('&');
  return hrefOf(`/decks/${chapterId}${query === '' ? '' : `?${query}`}`);
}

/** The address of a concept (`<deck>/<concept>`). */
export function conceptHref(conceptId: string): string {
  return hrefOf(`/concepts/${conceptId}`);
}

/** The address of a quiz under way, or of its result. */
export function quizHref(quiz: string): string {
  return hrefOf(`/quiz/${quiz}`);
}

/** The address of a discussion, or of one of its pages. */
export function discussionHref(discussion: string, page?: 'change' | 'brief'): string {
  return hrefOf(`/discussions/${discussion}${page === undefined ? '' : `/${page}`}`);
}

/** The path in the hash, without what stands behind a question mark. */
function useHashPath(): [string, (to: string) => void] {
  const [location, navigate] = useHashLocation();
  return [location.split('?')[0] ?? '/', navigate];
}

/** What stands behind the question mark in the hash. */
function useHashQuery(): string {
  const [location] = useHashLocation();
  return location.split('?')[1] ?? '';
}

/** How wouter's Router reads the address. */
export const hashRouting = { hook: useHashPath, searchHook: useHashQuery };
