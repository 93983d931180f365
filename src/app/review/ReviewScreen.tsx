import { lazy, Suspense, useEffect, useState } from 'react';
import { useLocation } from 'wouter';
import { useStore } from 'zustand';
import { otherLanguage } from '../../domain/deck.ts';
import type { Queue } from '../../domain/queue.ts';
import { Button } from '../../ui/Button.tsx';
import { LiveRegion } from '../../ui/LiveRegion.tsx';
import { Menu } from '../../ui/Menu.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Progress } from '../../ui/Progress.tsx';
import { ProgressBar } from '../../ui/ProgressBar.tsx';
import { UndoStrip } from '../../ui/UndoStrip.tsx';
import { useClockDoubt } from '../clockDoubt.ts';
import { ClockNotice } from '../ClockNotice.tsx';
import { dayAt, endOfDay } from '../clock.ts';
import { useEnvironment, type Environment } from '../environment.ts';
import { changeLooks, useLooks } from '../looks.ts';
import { useMessages } from '../messages/useMessages.ts';
import { hrefOf, routes } from '../routes.ts';
import { Page } from '../Page.tsx';
import { useAnswerKeys } from '../useAnswerKeys.ts';
import { useSafety } from '../useSafety.ts';
import type { OpenDialog } from './Dialogs.tsx';
import { ReviewCard } from './ReviewCard.tsx';
import { useSaid } from './said.ts';
import { ratingsOpen } from './answer.ts';
import { createSession, progressOf, type Session, type SessionState } from './session.ts';
import './ReviewScreen.css';

const Dialogs = lazy(async () => ({ default: (await import('./Dialogs.tsx')).Dialogs }));
const SessionEnd = lazy(async () => ({
  default: (await import('./SessionEnd.tsx')).SessionEnd,
}));

type Open = OpenDialog | null;

const HASH_HOME = hrefOf(routes.today);
const STRIPS = 3;

interface ReviewScreenProps {
  /** At most so many cards of the day's queue. */
  readonly cards?: number | undefined;
  /** Instead of the day's queue, what the plan of this discussion puts on today. */
  readonly discussion?: string | undefined;
}

/** Plans are few: what reads them is fetched when one is followed. */
async function readLaneOf({ store, clock }: Environment, discussion: string): Promise<Queue> {
  const { readLane } = await import('../../store/discussions.ts');
  const { rollover } = store.settings;
  const today = dayAt(clock, clock.now(), rollover);
  return readLane(store, discussion, today, endOfDay(clock, today, rollover));
}

/** One session for as long as the screen is open. */
function useSession({ cards, discussion }: ReviewScreenProps): Session {
  const environment = useEnvironment();
  const language = useLooks((looks) => looks.cardLanguage);
  const [session] = useState(() =>
    createSession(environment, {
      language,
      tick: () => performance.now(),
      ...(cards === undefined ? {} : { cards }),
      ...(discussion === undefined ? {} : { readLane: () => readLaneOf(environment, discussion) }),
    }),
  );
  useEffect(() => {
    const look = () => (document.hidden ? session.pause() : session.resume());
    document.addEventListener('visibilitychange', look);
    const stop = session.listen();
    void session.begin();
    return () => {
      document.removeEventListener('visibilitychange', look);
      stop();
    };
  }, [session]);
  return session;
}

function useMenu(session: Session, state: SessionState, open: (what: Open) => void) {
  const { review } = useMessages();
  const { shown, language } = state;
  if (!shown) return [{ label: review.keys, onSelect: () => open('keys'), keyHint: '?' }];
  const isMarked = shown.prepared.state?.marked ?? false;
  const run = (action: () => Promise<void>) => () => void action();
  return [
    { label: review.info, onSelect: () => open('info'), keyHint: 'I' },
    { label: review.flipTo[otherLanguage(language)], onSelect: session.flip, keyHint: 'L' },
    { label: isMarked ? review.unmark : review.mark, onSelect: run(session.mark), keyHint: 'M' },
    { label: review.bury, onSelect: run(session.bury), keyHint: '-' },
    { label: review.suspend, onSelect: run(session.suspend), keyHint: '@' },
    { label: review.setDue, onSelect: () => open('set-due') },
    { label: review.reset, onSelect: run(session.reset) },
    { label: review.report, onSelect: () => open('report') },
    { label: review.redo, onSelect: run(session.redo) },
    { label: review.keys, onSelect: () => open('keys'), keyHint: '?' },
  ];
}

function useKeys(session: Session, state: SessionState, open: (what: Open) => void): void {
  const doubt = useClockDoubt((clock) => clock.doubt);
  const other = (action: () => unknown) => () => {
    if (state.shown) void action();
  };
  useAnswerKeys({
    onGoOn: () => {
      if (doubt) return;
      if (state.is === 'question') session.reveal();
      else if (state.is === 'answer') {
        const ratings = ratingsOpen(state);
        void session.rate(ratings.includes('good') ? 'good' : (ratings[0] ?? 'again'));
      }
    },
    onRate: (rating) => {
      if (!doubt) void session.rate(rating);
    },
    onUndo: () => void session.undo(),
    onRedo: () => void session.redo(),
    others: {
      l: other(session.flip),
      i: other(() => open('info')),
      m: other(session.mark),
      '-': other(session.bury),
      '@': other(session.suspend),
      '?': () => open('keys'),
      escape: () => {
        window.location.hash = HASH_HOME;
      },
    },
  });
}

function TroubleNotice({
  session,
  state,
}: {
  readonly session: Session;
  readonly state: SessionState;
}) {
  const { trouble: words } = useMessages();
  const { trouble } = state;
  if (trouble === null) return null;
  const sentence = trouble === 'words' ? words.words : words.answer[trouble];
  const isOld = trouble === 'outdated' || trouble === 'unavailable';
  return (
    <Notice
      title={sentence.title}
      actions={
        <>
          {isOld ? (
            <Button onClick={() => window.location.reload()}>{words.reload}</Button>
          ) : (
            <Button onClick={() => void session.goOn()}>{words.again}</Button>
          )}
          <Button href={`${hrefOf(routes.settings)}?at=backup`}>{words.backup}</Button>
        </>
      }
    >
      {sentence.body}
    </Notice>
  );
}

function Waiting({ until }: { readonly until: number }) {
  const { clock } = useEnvironment();
  const { review, time } = useMessages();
  const [now, setNow] = useState(() => clock.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(clock.now()), 1000);
    return () => clearInterval(timer);
  }, [clock]);
  return (
    <div className="review__wait">
      <h1>{review.waiting.title}</h1>
      <p>{review.waiting.body(time.wait(Math.max(1000, until - now)))}</p>
      <Button href={HASH_HOME}>{review.waiting.leave}</Button>
    </div>
  );
}

/** What was last done, below the card, where it moves nothing. */
function Strip({ session, state }: { readonly session: Session; readonly state: SessionState }) {
  const { review } = useMessages();
  const said = useSaid(state);
  const stripsSeen = useLooks((looks) => looks.stripsSeen);
  const { done } = state;
  useEffect(() => {
    if (done?.is !== 'rated') return;
    const { stripsSeen: seen } = useLooks.getState();
    if (seen <= STRIPS) changeLooks({ stripsSeen: seen + 1 });
  }, [done]);
  if (!done || said.seen === '' || state.is !== 'question') return null;
  if (done.is !== 'rated') return <p className="review__said">{said.seen}</p>;
  if (stripsSeen > STRIPS) return null;
  return (
    <UndoStrip text={said.seen} actionLabel={review.undo} onUndo={() => void session.undo()} />
  );
}

interface BodyProps {
  readonly session: Session;
  readonly state: SessionState;
  /** Goes on with what the day still has, when this session is over. */
  readonly onGoOn: () => void;
}

function Body({ session, state, onGoOn }: BodyProps) {
  const { common, review } = useMessages();
  const { shown } = state;
  if (state.is === 'loading') {
    return state.trouble ? null : <ProgressBar label={common.opening} value={0.5} patient />;
  }
  if (state.is === 'waiting') return <Waiting until={state.waitUntil} />;
  if (state.is === 'done') {
    return (
      <Suspense fallback={null}>
        <SessionEnd touched={state.touched} onGoOn={onGoOn} />
      </Suspense>
    );
  }
  if (!shown) return null;
  const said = (
    <>
      {state.leech === null ? null : <p className="review__said">{review.leechNotice}</p>}
      <Strip session={session} state={state} />
    </>
  );
  return <ReviewCard session={session} state={state} shown={shown} said={said} />;
}

/** The review: one card after another, nothing else on the screen. */
export function ReviewScreen(props: ReviewScreenProps) {
  const session = useSession(props);
  const state = useStore(session.state);
  const { review } = useMessages();
  const [open, setOpen] = useState<Open>(null);
  const said = useSaid(state);
  const { at, of } = progressOf(state);
  const [, go] = useLocation();
  // A plan's lane is over when it is done; the day's own queue goes on elsewhere.
  const onGoOn = () => (props.discussion === undefined ? void session.goOn() : go(routes.review));
  const menu = useMenu(session, state, setOpen);
  useKeys(session, state, setOpen);
  useSafety(state.answered > 0, state.is === 'done');
  const doubt = useClockDoubt((clock) => clock.doubt);
  return (
    <Page
      title={review.title}
      narrow
      bar={
        <Progress
          close={{ label: review.close, href: HASH_HOME }}
          done={state.answered}
          of={of}
          text={of === 0 ? '' : review.progress(at, of)}
          name={of === 0 ? review.title : review.progressName(at, of)}
          undo={{ label: review.undo, keyHint: 'U', onClick: () => void session.undo() }}
        >
          <Menu label={review.menu} items={menu} />
        </Progress>
      }
    >
      <TroubleNotice session={session} state={state} />
      {doubt ? (
        <ClockNotice doubt={doubt} />
      ) : (
        <Body session={session} state={state} onGoOn={onGoOn} />
      )}
      <LiveRegion message={said.heard} turn={state.turn} />
      {open === null ? null : (
        <Suspense fallback={null}>
          <Dialogs
            open={open}
            shown={state.shown}
            language={state.language}
            onClose={() => setOpen(null)}
            onSetDue={(days) => void session.setDue(days)}
          />
        </Suspense>
      )}
    </Page>
  );
}
