import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { ChapterText, OpenQuestion } from '../../domain/deck.ts';
import { BackLink } from '../../ui/BackLink.tsx';
import { Button } from '../../ui/Button.tsx';
import { ProgressBar } from '../../ui/ProgressBar.tsx';
import { SafeHtml } from '../../ui/SafeHtml.tsx';
import { Section } from '../../ui/Section.tsx';
import { Words } from '../../ui/Words.tsx';
import { dayAt } from '../clock.ts';
import { useEnvironment } from '../environment.ts';
import { LANG, useLooks } from '../looks.ts';
import { useDiscussionsMessages } from '../messages/useDiscussionsMessages.ts';
import { Page } from '../Page.tsx';
import { conceptHref, discussionHref } from '../routes.ts';
import {
  chaptersAbout,
  createBrief,
  likelyQuestions,
  weakestOf,
  type Brief,
  type WeakConcept,
} from './brief.ts';
import { timeText } from './draft.ts';
import { createTexts } from './texts.ts';
import { Missing, Trouble } from './Trouble.tsx';
import './brief.css';

export interface BriefScreenProps {
  /** Of the route. */
  readonly params: { readonly discussion: string };
}

/** One page to take to the discussion, on paper if wished. */
export function BriefScreen({ params }: BriefScreenProps) {
  return <BriefOf key={params.discussion} id={params.discussion} />;
}

function BriefOf({ id }: { readonly id: string }) {
  const environment = useEnvironment();
  const { discussions: words, common } = useDiscussionsMessages();
  const [reading] = useState(() => createBrief(environment, id));
  const { brief, trouble } = useStore(reading.state);
  useEffect(() => void reading.read(), [reading]);
  if (brief === undefined) return <Missing />;
  return (
    <Page title={brief ? words.briefTitle(brief.discussion.name) : words.title} narrow>
      <div className="brief">
        {trouble ? <Trouble trouble={trouble} onAgain={() => void reading.read()} /> : null}
        {!brief && !trouble ? <ProgressBar label={common.opening} value={0.5} patient /> : null}
        {brief ? <Sheet brief={brief} /> : null}
      </div>
    </Page>
  );
}

function Sheet({ brief }: { readonly brief: Brief }) {
  const environment = useEnvironment();
  const { clock, catalogue } = environment;
  const { discussions: words, common } = useDiscussionsMessages();
  const { discussion } = brief;
  const [read] = useState(() => createTexts(environment, chaptersAbout(discussion, catalogue)));
  const { texts, isIncomplete } = useStore(read.state);
  useEffect(() => void read.load(), [read]);
  const { id, name, when } = discussion;
  const weakest = weakestOf(brief, catalogue);
  return (
    <>
      <BackLink href={discussionHref(id)}>{name}</BackLink>
      <h1>{name}</h1>
      <p className="secondary">{words.when(dayAt(clock, when, 0), timeText(when, clock))}</p>
      <div className="brief__tools">
        <Button size="small" onClick={() => window.print()}>
          {words.print}
        </Button>
      </div>
      {isIncomplete ? <Trouble trouble="words" onAgain={() => void read.load()} /> : null}
      {!texts ? <ProgressBar label={common.opening} value={0.5} patient /> : null}
      {texts ? (
        <>
          <Section
            title={words.weakest}
            hint={weakest.length > 0 ? words.weakestHint : words.noWeakest}
          >
            {weakest.length > 0 ? <Weakest weakest={weakest} texts={texts} /> : null}
          </Section>
          <Section title={words.likely}>
            <Likely questions={likelyQuestions(discussion, texts, catalogue)} />
          </Section>
        </>
      ) : null}
    </>
  );
}

interface WeakestProps {
  readonly weakest: readonly WeakConcept[];
  readonly texts: readonly ChapterText[];
}

function Weakest({ weakest, texts }: WeakestProps) {
  const { discussions: words, common, time } = useDiscussionsMessages();
  const language = useLooks((looks) => looks.cardLanguage);
  const gistOf = (id: string) =>
    texts.map(({ gists }) => gists[id]?.[language]).find((gist) => gist !== undefined);
  return (
    <ul className="brief__concepts" aria-label={words.weakest}>
      {weakest.map(({ concept, recall, begun, isMissed }) => (
        <li key={concept.id}>
          <h3>
            <a href={conceptHref(concept.id)} lang={LANG[language]}>
              <Words lang={language}>{concept.name[language]}</Words>
            </a>{' '}
            <span className="brief__numbers caption">
              {isMissed ? <span className="info">{words.missedInQuiz}</span> : null}
              {begun > 0 ? (
                <span className="model">{common.percent(recall)}</span>
              ) : (
                <span>{words.notMet}</span>
              )}
              {concept.at ? (
                <span className="info">{words.minute(time.place(concept.at.seconds))}</span>
              ) : null}
            </span>
          </h3>
          <SafeHtml html={gistOf(concept.id) ?? ''} lang={language} />
        </li>
      ))}
    </ul>
  );
}

function Likely({ questions }: { readonly questions: readonly OpenQuestion[] }) {
  const { discussions: words } = useDiscussionsMessages();
  const language = useLooks((looks) => looks.cardLanguage);
  if (questions.length === 0) return <p>{words.noQuestions}</p>;
  return (
    <ol className="brief__questions" aria-label={words.likely}>
      {questions.map(({ id, ask, points }) => (
        <li key={id}>
          <SafeHtml html={ask[language]} lang={language} />
          <ul>
            {points.map((point) => (
              <li key={point.en}>
                <SafeHtml html={point[language]} lang={language} as="span" />
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ol>
  );
}
