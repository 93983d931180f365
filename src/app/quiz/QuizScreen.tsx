import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { otherLanguage } from '../../domain/deck.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { LiveRegion } from '../../ui/LiveRegion.tsx';
import { Menu } from '../../ui/Menu.tsx';
import { Progress } from '../../ui/Progress.tsx';
import { ProgressBar } from '../../ui/ProgressBar.tsx';
import { useClockDoubt } from '../clockDoubt.ts';
import { ClockNotice } from '../ClockNotice.tsx';
import { useEnvironment } from '../environment.ts';
import { useLooks } from '../looks.ts';
import { useQuizMessages } from '../messages/useQuizMessages.ts';
import { Page } from '../Page.tsx';
import { hrefOf, routes } from '../routes.ts';
import { useAnswerKeys } from '../useAnswerKeys.ts';
import { useSafety } from '../useSafety.ts';
import { QuestionCard } from './QuestionCard.tsx';
import { QuizResult } from './QuizResult.tsx';
import { QuizTrouble } from './QuizTrouble.tsx';
import { createQuizSession, isSaid, type QuizSession, type QuizState } from './session.ts';
import './quiz.css';

type Open = 'keys' | 'end' | null;

const HOME = hrefOf(routes.quizzes);

/** One session for as long as the screen is open. */
function useQuizSession(id: string): QuizSession {
  const environment = useEnvironment();
  const language = useLooks((looks) => looks.cardLanguage);
  const [session] = useState(() =>
    createQuizSession(environment, id, { language, tick: () => performance.now() }),
  );
  useEffect(() => {
    const look = () => (document.hidden ? session.pause() : session.resume());
    document.addEventListener('visibilitychange', look);
    const stop = session.listen();
    void session.goOn();
    return () => {
      document.removeEventListener('visibilitychange', look);
      stop();
    };
  }, [session]);
  return session;
}

/** What Space and Enter do: the one thing that leads on. */
function goOn(session: QuizSession, { is, asked, marked }: QuizState): void {
  if (!asked) return;
  if (is === 'question') {
    if (asked.form === 'open' || isSaid(asked.form)) session.reveal();
    else void session.check();
  } else if (is === 'answer') {
    if (marked) void session.next();
    else if (asked.is === 'open') void session.finish();
    else void session.judge('right');
  }
}

function useKeys(session: QuizSession, state: QuizState, open: (what: Open) => void): void {
  const doubt = useClockDoubt((clock) => clock.doubt);
  const canUndo = !state.record?.isEnded;
  useAnswerKeys({
    onGoOn: () => {
      if (!doubt) goOn(session, state);
    },
    onRate: (rating) => {
      if (doubt) return;
      if (rating === 'again') void session.judge('wrong');
      if (rating === 'good') void session.judge('right');
    },
    onUndo: () => {
      if (canUndo) void session.undo();
    },
    onRedo: () => {},
    others: {
      l: session.flip,
      '?': () => open('keys'),
      escape: () => {
        window.location.hash = HOME;
      },
    },
  });
}

interface Dialogs {
  readonly open: Open;
  readonly onClose: () => void;
  readonly onEnd: () => void;
  readonly left: number;
}

function QuizDialog({ open, onClose, onEnd, left }: Dialogs) {
  const { quiz, common } = useQuizMessages();
  if (open === 'keys') {
    return (
      <Dialog open title={quiz.keys} closeLabel={common.close} onClose={onClose}>
        <dl className="quiz__keys">
          {quiz.keyList.map(([keys, what]) => (
            <div key={keys}>
              <dt>{keys}</dt>
              <dd>{what}</dd>
            </div>
          ))}
        </dl>
      </Dialog>
    );
  }
  if (open === null) return null;
  const end = () => {
    onClose();
    onEnd();
  };
  return (
    <Dialog
      open
      title={quiz.endTitle}
      closeLabel={common.close}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{quiz.endNot}</Button>
          <Button onClick={end}>{quiz.end}</Button>
        </>
      }
    >
      {quiz.endBody(left)}
    </Dialog>
  );
}

/** No quiz has this address. */
function Unknown() {
  const { quiz } = useQuizMessages();
  return (
    <Page title={quiz.unknownTitle} narrow>
      <div className="stack">
        <h1>{quiz.unknownTitle}</h1>
        <p>{quiz.unknownBody}</p>
        <Button size="small" href={HOME}>
          {quiz.toQuizzes}
        </Button>
      </div>
    </Page>
  );
}

function useSaid({ done }: QuizState): string {
  const { quiz } = useQuizMessages();
  return done === null ? '' : quiz.said[done];
}

/** What is asked, under the bar that says how far it is. */
function Asking({ session, state }: { readonly session: QuizSession; readonly state: QuizState }) {
  const { quiz, review, common } = useQuizMessages();
  const [open, setOpen] = useState<Open>(null);
  const doubt = useClockDoubt((clock) => clock.doubt);
  const said = useSaid(state);
  const { asked, progress, trouble, is, done } = state;
  const answered = progress?.answered ?? 0;
  const of = progress?.of ?? 0;
  // What was just answered is still being looked at.
  const at = Math.min(of, answered + (state.marked ? 0 : 1));
  useKeys(session, state, setOpen);
  const menu = [
    { label: review.flipTo[otherLanguage(state.language)], onSelect: session.flip, keyHint: 'L' },
    { label: quiz.end, onSelect: () => setOpen('end') },
    { label: quiz.keys, onSelect: () => setOpen('keys'), keyHint: '?' },
  ];
  const isBack = done === 'took-back' || done === 'nothing-to-undo';
  return (
    <Page
      title={quiz.word}
      narrow
      bar={
        <Progress
          close={{ label: quiz.leave, href: HOME }}
          done={answered}
          of={of}
          text={of === 0 ? '' : quiz.progress(at, of)}
          name={of === 0 ? quiz.word : quiz.progressName(at, of)}
          title={quiz.word}
          undo={{ label: review.undo, keyHint: 'U', onClick: () => void session.undo() }}
        >
          <Menu label={quiz.menu} items={menu} />
        </Progress>
      }
    >
      {trouble === null ? null : (
        <QuizTrouble trouble={trouble} during="answer" onAgain={() => void session.goOn()} />
      )}
      {is === 'loading' && trouble === null ? (
        <ProgressBar label={common.opening} value={0.5} patient />
      ) : null}
      {isBack && is === 'question' ? <p className="quiz__said">{said}</p> : null}
      {doubt ? <ClockNotice doubt={doubt} /> : null}
      {asked && !doubt ? (
        <QuestionCard key={asked.place} session={session} state={state} asked={asked} />
      ) : null}
      <LiveRegion message={said} turn={state.turn} />
      <QuizDialog
        open={open}
        onClose={() => setOpen(null)}
        onEnd={() => void session.end()}
        left={of - answered}
      />
    </Page>
  );
}

function Quiz({ id }: { readonly id: string }) {
  const session = useQuizSession(id);
  const state = useStore(session.state);
  const { is, record, library, progress } = state;
  useSafety((progress?.answered ?? 0) > 0, is === 'over');
  if (is === 'unknown') return <Unknown />;
  if (is === 'over' && record && library) {
    return <QuizResult session={session} record={record} library={library} state={state} />;
  }
  return <Asking session={session} state={state} />;
}

export interface QuizScreenProps {
  /** Of the route. */
  readonly params: { readonly quiz: string };
}

/** A quiz: one question after another, then what it came to. */
export function QuizScreen({ params }: QuizScreenProps) {
  return <Quiz key={params.quiz} id={params.quiz} />;
}
