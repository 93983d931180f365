import { useEffect, useSyncExternalStore, type ReactNode } from 'react';
import { useLocation } from 'wouter';
import { otherLanguage } from '../domain/deck.ts';
import { Menu } from '../ui/Menu.tsx';
import { Shell } from '../ui/Shell.tsx';
import { changeLooks, LANG, useLooks } from './looks.ts';
import { useMessages } from './messages/useMessages.ts';
import { pwa } from './pwa.ts';
import { hrefOf, routes } from './routes.ts';

export interface PageProps {
  /** Of the browser's tab. */
  readonly title: string;
  readonly narrow?: boolean;
  /** In place of the wordmark and the navigation. */
  readonly bar?: ReactNode;
  readonly children: ReactNode;
}

/** Whether a new version waits. */
export function useNewVersion(): boolean {
  return useSyncExternalStore(pwa.subscribe, pwa.getSnapshot).needRefresh;
}

/** A screen on its sheet, with the way to the other screens. */
export function Page({ title, narrow = false, bar, children }: PageProps) {
  const { common } = useMessages();
  const language = useLooks((looks) => looks.language);
  const [path] = useLocation();
  useEffect(() => {
    document.title = `${title} · ${common.appName}`;
  }, [title, common]);
  const itemOf = ([to, label]: readonly [string, string]) => ({
    href: hrefOf(to),
    label,
    current: to === '/' ? path === '/' : path.startsWith(to),
  });
  const items = [
    [routes.today, common.today] as const,
    [routes.quizzes, common.quiz] as const,
    [routes.discussions, common.discussions] as const,
    [routes.concepts, common.concepts] as const,
    [routes.statistics, common.statistics] as const,
  ].map(itemOf);
  const asides = [
    [routes.decks, common.decks] as const,
    [routes.settings, common.settings] as const,
  ].map(itemOf);
  const other = otherLanguage(language);
  const flip = () => changeLooks({ language: other, cardLanguage: other });
  return (
    <Shell
      home={{ href: hrefOf(routes.today), wordmark: common.wordmark, name: common.home }}
      items={items}
      navLabel={common.navigation}
      skipLabel={common.skip}
      narrow={narrow}
      {...(bar === undefined ? {} : { bar })}
      side={
        <>
          {asides.map(({ href, label, current }) => (
            <a
              key={href}
              className="shell__item"
              href={href}
              aria-current={current ? 'page' : undefined}
            >
              {label}
            </a>
          ))}
          <button type="button" className="shell__item" lang={LANG[other]} onClick={flip}>
            {common.otherLanguage}
          </button>
        </>
      }
      menu={
        <Menu
          label={common.more}
          items={[
            ...asides.map(({ href, label }) => ({ href, label })),
            { label: common.otherLanguage, onSelect: flip, lang: LANG[other] },
          ]}
        />
      }
    >
      {children}
    </Shell>
  );
}
