import { useEffect, useState } from 'react';
import { useLocation } from 'wouter';
import { useStore } from 'zustand';
import { calendarText } from '../../domain/calendar.ts';
import type { StandingDiscussion } from '../../domain/discussion.ts';
import { conceptsIn } from '../../domain/scope.ts';
import { BackLink } from '../../ui/BackLink.tsx';
import { Button } from '../../ui/Button.tsx';
import { Columns } from '../../ui/Columns.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { ProgressBar } from '../../ui/ProgressBar.tsx';
import { dayAt } from '../clock.ts';
import { download } from '../download.ts';
import { useEnvironment } from '../environment.ts';
import { useLooks } from '../looks.ts';
import { useDiscussionsMessages } from '../messages/useDiscussionsMessages.ts';
import { Page } from '../Page.tsx';
import { dateOf, isAhead } from '../planning.ts';
import { discussionHref, hrefOf, routes } from '../routes.ts';
import { scopeWords } from '../scopeWords.ts';
import { Afterwards } from './Afterwards.tsx';
import { ConceptTable } from './ConceptTable.tsx';
import { timeText } from './draft.ts';
import { ForecastPart } from './ForecastPart.tsx';
import { createPage, type DiscussionPage } from './pageState.ts';
import { PlanPart } from './PlanPart.tsx';
import { Missing, Trouble } from './Trouble.tsx';
import './discussions.css';

export interface DiscussionScreenProps {
  /** Of the route. */
  readonly params: { readonly discussion: string };
}

/** One discussion: before it what is forecast and planned, afterwards what came of it. */
export function DiscussionScreen({ params }: DiscussionScreenProps) {
  return <Discussion key={params.discussion} id={params.discussion} />;
}

function Discussion({ id }: { readonly id: string }) {
  const environment = useEnvironment();
  const { discussions: words, common } = useDiscussionsMessages();
  const [page] = useState(() => createPage(environment, id));
  const { discussions, trouble: unread } = useStore(page.read.state);
  const { trouble, isRemoved } = useStore(page.state);
  useEffect(() => page.watch(), [page]);
  const discussion = discussions?.get(id);
  if (discussions && !discussion && !isRemoved) return <Missing />;
  const wrong = trouble ?? unread;
  return (
    <Page title={discussion?.name ?? words.title}>
      <BackLink href={hrefOf(routes.discussions)}>{words.title}</BackLink>
      {discussion ? <Head discussion={discussion} /> : null}
      {wrong ? <Trouble trouble={wrong} onAgain={page.again} /> : null}
      {!discussions && !wrong ? <ProgressBar label={common.opening} value={0.5} patient /> : null}
      {discussion ? (
        <>
          {isAhead(environment, discussion) ? (
            <Ahead discussion={discussion} page={page} />
          ) : (
            <Afterwards discussion={discussion} page={page} />
          )}
          <Tools discussion={discussion} page={page} />
        </>
      ) : null}
    </Page>
  );
}

function Head({ discussion }: { readonly discussion: StandingDiscussion }) {
  const environment = useEnvironment();
  const { clock, store, catalogue } = environment;
  const { discussions: words, scope: scopes } = useDiscussionsMessages();
  const language = useLooks((looks) => looks.cardLanguage);
  const { name, when, scope, target } = discussion;
  const date = words.when(dayAt(clock, when, 0), timeText(when, clock));
  const today = dayAt(clock, clock.now(), store.settings.rollover);
  const concepts = scopes.comesTo(conceptsIn(scope, catalogue).length);
  return (
    <header className="discussion__head">
      <h1>{name}</h1>
      <p className="secondary">
        {isAhead(environment, discussion)
          ? words.joined([date, words.daysLeft(dateOf(environment, discussion) - today)])
          : date}
        <br />
        {words.about(scopeWords(scope, catalogue, language, scopes), concepts, target)}
      </p>
    </header>
  );
}

interface PartProps {
  readonly discussion: StandingDiscussion;
  readonly page: DiscussionPage;
}

/** Why nothing can be forecast, where nothing can, and the way on. */
function Nothing({ discussion }: { readonly discussion: StandingDiscussion }) {
  const { catalogue } = useEnvironment();
  const { discussions: words } = useDiscussionsMessages();
  const isGone = conceptsIn(discussion.scope, catalogue).length === 0;
  return (
    <>
      <p className="discussion__lead read">{isGone ? words.scopeGone : words.allSuspended}</p>
      <Button size="small" href={discussionHref(discussion.id, 'change')}>
        {words.change}
      </Button>
    </>
  );
}

function Ahead({ discussion, page }: PartProps) {
  const { discussions: words } = useDiscussionsMessages();
  const { preparation, isWorking } = useStore(page.state);
  if (!preparation) {
    return isWorking ? <ProgressBar label={words.working} value={0.5} patient /> : null;
  }
  const { forecast, plan } = preparation;
  if (forecast.overall.cards.length === 0) return <Nothing discussion={discussion} />;
  return (
    <>
      <Columns
        main={<ForecastPart discussion={discussion} preparation={preparation} />}
        side={
          <PlanPart
            discussion={discussion}
            preparation={preparation}
            isWorking={isWorking}
            onFollow={(isPlanned) => void page.follow(isPlanned)}
          />
        }
      />
      <ConceptTable forecast={forecast} target={discussion.target} isPlanned={plan !== null} />
    </>
  );
}

/** What else can be done with a discussion. */
function Tools({ discussion, page }: PartProps) {
  const environment = useEnvironment();
  const { clock } = environment;
  const { discussions: words, common } = useDiscussionsMessages();
  const [, go] = useLocation();
  const { preparation } = useStore(page.state);
  const [isAsking, setAsking] = useState(false);
  const { id, name, when } = discussion;
  const isOpen = isAhead(environment, discussion);
  const save = () => {
    const days = (preparation?.days ?? []).map(({ day, cards, minutes }) => ({
      day,
      summary: words.calendarDay(name, cards.length),
      description: words.calendarMore(minutes),
    }));
    const text = calendarText({ discussion: id, summary: name, when, days }, clock.now());
    download(new Blob([text], { type: 'text/calendar' }), words.calendarFile(name));
  };
  const remove = async () => {
    setAsking(false);
    if (await page.remove()) go(routes.discussions);
  };
  return (
    <div className="discussion__tools">
      <Button size="small" href={`${hrefOf(routes.quizzes)}?for=${id}`}>
        {words.quiz}
      </Button>
      <Button variant="quiet" size="small" href={discussionHref(id, 'brief')}>
        {words.brief}
      </Button>
      {isOpen ? (
        <>
          <Button variant="quiet" size="small" onClick={save}>
            {words.calendar}
          </Button>
          <Button variant="quiet" size="small" href={discussionHref(id, 'change')}>
            {words.change}
          </Button>
        </>
      ) : null}
      <Button variant="quiet" size="small" onClick={() => setAsking(true)}>
        {words.remove}
      </Button>
      <Dialog
        open={isAsking}
        title={words.removeTitle(name)}
        closeLabel={common.close}
        onClose={() => setAsking(false)}
        actions={
          <>
            <Button onClick={() => setAsking(false)}>{common.cancel}</Button>
            <Button onClick={() => void remove()}>{words.remove}</Button>
          </>
        }
      >
        <p>{words.removeBody}</p>
      </Dialog>
    </div>
  );
}
