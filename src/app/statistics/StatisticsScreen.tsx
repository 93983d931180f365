import { useEffect, useState } from 'react';
import { useSearch } from 'wouter';
import { useStore } from 'zustand';
import type { About } from '../../domain/statistics/figures.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { useEnvironment } from '../environment.ts';
import { useStatisticsMessages } from '../messages/useStatisticsMessages.ts';
import { Page } from '../Page.tsx';
import { hrefOf, routes } from '../routes.ts';
import { askedOf, queryOf, type Asked } from './asked.ts';
import { Controls } from './Controls.tsx';
import { Figures } from './Figures.tsx';
import { createStatistics, type StatisticsState } from './statisticsState.ts';
import './statistics.css';

/** What is asked, as the address has it; another address asks something else. */
function useAsked(): [Asked, (asked: Asked) => void] {
  const query = useSearch();
  const [seen, setSeen] = useState(query);
  const [asked, setAsked] = useState(() => askedOf(query));
  if (query !== seen) {
    setSeen(query);
    if (query !== queryOf(asked)) setAsked(askedOf(query));
  }
  const change = (next: Asked) => {
    setAsked(next);
    const own = queryOf(next);
    const address = hrefOf(routes.statistics) + (own === '' ? '' : `?${own}`);
    window.history.replaceState(window.history.state, '', address);
  };
  return [asked, change];
}

/** What was done, what stayed and what comes. */
export function StatisticsScreen() {
  const environment = useEnvironment();
  const { statistics: words } = useStatisticsMessages();
  const [asked, change] = useAsked();
  const [statistics] = useState(() => createStatistics(environment, asked));
  const { figures, isWorking, trouble } = useStore(statistics.state);
  useEffect(() => statistics.watch(), [statistics]);
  useEffect(() => statistics.ask(asked), [statistics, asked]);
  const isEmpty = figures.about?.answers === 0 && !isWorking;
  return (
    <Page title={words.title}>
      <header className="statistics__head">
        <h1>{words.title}</h1>
        <p className="statistics__links">
          <a href={hrefOf(routes.model)}>{words.toModel}</a>
          <a href={hrefOf(routes.concepts)}>{words.toConcepts}</a>
        </p>
        <Controls asked={asked} onChange={change} />
        <AboutLine about={figures.about} isWorking={isWorking} />
      </header>
      {trouble ? <Trouble trouble={trouble} onAgain={statistics.again} /> : null}
      {isEmpty ? <Empty asked={asked} /> : <Figures figures={figures} isWorking={isWorking} />}
    </Page>
  );
}

interface AboutLineProps {
  readonly about: About | undefined;
  readonly isWorking: boolean;
}

/** How much the figures stand on, and what they leave out. */
function AboutLine({ about, isWorking }: AboutLineProps) {
  const { statistics: words, common } = useStatisticsMessages();
  const isKnown = about && about.first !== null;
  const lines = isKnown
    ? [
        words.about(about.answers, about.cards, about.first ?? 0),
        ...(about.retired.answers > 0
          ? [words.retired(about.retired.answers, about.retired.cards)]
          : []),
        ...(about.timed < about.answers ? [words.untimed(about.answers - about.timed)] : []),
        ...(about.ahead > 0 ? [words.ahead(about.ahead)] : []),
      ]
    : [];
  return (
    <p className="statistics__about secondary">
      {isKnown ? lines.join(common.gap) : null}
      {!isKnown && isWorking ? <span className="statistics__working">{words.working}</span> : null}
    </p>
  );
}

/** Where nothing was answered. */
function Empty({ asked }: { readonly asked: Asked }) {
  const { statistics: words } = useStatisticsMessages();
  const isNarrowed = asked.scope !== null || asked.kind !== null || asked.onlyMarked;
  return (
    <div className="statistics__empty">
      <p>{isNarrowed ? words.noneOfThese : words.none}</p>
      {isNarrowed ? null : (
        <Button size="small" href={hrefOf(routes.review)}>
          {words.toReview}
        </Button>
      )}
    </div>
  );
}

interface TroubleProps {
  readonly trouble: NonNullable<StatisticsState['trouble']>;
  readonly onAgain: () => void;
}

/** What went wrong, what is safe, what to do. */
function Trouble({ trouble, onAgain }: TroubleProps) {
  const { trouble: words, statistics } = useStatisticsMessages();
  const sentence = trouble === 'broken' ? null : words.other[trouble];
  const reload = trouble === 'outdated' || trouble === 'unavailable';
  return (
    <Notice
      title={sentence?.title ?? statistics.broken}
      actions={
        <Button size="small" onClick={reload ? () => window.location.reload() : onAgain}>
          {reload ? words.reload : words.again}
        </Button>
      }
    >
      {sentence?.body ?? statistics.brokenNote}
    </Notice>
  );
}
