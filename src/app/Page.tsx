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
  const items = [
    { path: routes.today, label: common.today },
    { path: routes.quizzes, label: common.quiz },
    { path: routes.discussions, label: common.discussions },
    { path: routes.decks, label: common.decks, under: '/concepts' },
    { path: routes.settings, label: common.settings },
  ].map(({ path: to, label, under = to }) => ({
    href: hrefOf(to),
    label,
    current: to === '/' ? path === '/' : path.startsWith(to) || path.startsWith(under),
  }));
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
        <button type="button" className="shell__item" lang={LANG[other]} onClick={flip}>
          {common.otherLanguage}
        </button>
      }
      menu={
        <Menu
          label={common.more}
          items={[{ label: common.otherLanguage, onSelect: flip, lang: LANG[other] }]}
        />
      }
    >
      {children}
    </Shell>
  );
}
