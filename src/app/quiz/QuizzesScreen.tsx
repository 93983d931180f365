import { useEffect, useMemo, useState } from 'react';
import { useSearchParams } from 'wouter';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { asStoreError, type StoreTrouble } from '../../store/errors.ts';
import { readQuizzes, type QuizRecord } from '../../store/quizzes.ts';
import { Columns } from '../../ui/Columns.tsx';
import { ProgressBar } from '../../ui/ProgressBar.tsx';
import { useEnvironment, type Environment } from '../environment.ts';
import { useQuizMessages } from '../messages/useQuizMessages.ts';
import { Page } from '../Page.tsx';
import { GivenQuiz } from './GivenQuiz.tsx';
import { Confusions, History, NotToldApart, pastOf, Unfinished } from './History.tsx';
import { QuizTrouble } from './QuizTrouble.tsx';
import { readKnown, type Known } from './setup.ts';
import { SetupForm } from './SetupForm.tsx';
import { SideBySide } from './SideBySide.tsx';
import './quiz.css';

interface Read {
  readonly known: Known;
  readonly records: readonly QuizRecord[];
}

interface ReadState {
  readonly read: Read | null;
  readonly trouble: StoreTrouble | null;
}

/** What the screen is made from. */
function createReading(environment: Environment) {
  const state = createStore<ReadState>(() => ({ read: null, trouble: null }));
  const read = async () => {
    try {
      const [known, records] = await Promise.all([
        readKnown(environment),
        readQuizzes(environment.store),
      ]);
      state.setState({ read: { known, records }, trouble: null });
    } catch (error) {
      state.setState({ trouble: asStoreError(error).trouble });
    }
  };
  return { state, read };
}

function Quizzes({ known, records, again }: Read & { readonly again: () => void }) {
  const [params] = useSearchParams();
  const past = useMemo(() => pastOf(records, known), [records, known]);
  const { quiz } = useQuizMessages();
  const text = params.get('q');
  const preset = {
    discussion: params.get('for'),
    isFinal: params.get('final') === '1',
    concept: params.get('concept'),
  };
  const key = Object.values(preset).join(' ');
  return (
    <Columns
      main={
        <>
          <h1>{quiz.title}</h1>
          {known.library.isWhole ? null : (
            <QuizTrouble trouble="words" during="other" onAgain={again} />
          )}
          {text === null ? (
            <>
              <Unfinished past={past} known={known} />
              <SetupForm key={key} known={known} preset={preset} />
            </>
          ) : (
            <GivenQuiz known={known} text={text} />
          )}
        </>
      }
      side={
        <>
          <History past={past} known={known} />
          <SideBySide past={past} known={known} />
          <Confusions confusions={past.flatMap(({ result }) => result.confusions)} />
          <NotToldApart contrasts={past.flatMap(({ result }) => result.notToldApart)} />
        </>
      }
    />
  );
}

/** Setting up a quiz, and the quizzes so far. */
export function QuizzesScreen() {
  const { quiz, common } = useQuizMessages();
  const environment = useEnvironment();
  const [reading] = useState(() => createReading(environment));
  const { read, trouble } = useStore(reading.state);
  const again = () => void reading.read();
  useEffect(() => void reading.read(), [reading]);
  return (
    <Page title={quiz.title}>
      {trouble === null ? null : <QuizTrouble trouble={trouble} during="other" onAgain={again} />}
      {!read && trouble === null ? (
        <ProgressBar label={common.opening} value={0.5} patient />
      ) : null}
      {read ? <Quizzes {...read} again={again} /> : null}
    </Page>
  );
}
