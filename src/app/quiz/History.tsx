import { useState } from 'react';
import {
  confusionMatrix,
  pairsNotToldApart,
  type Confusion,
  type Contrasted,
} from '../../domain/quiz/confusion.ts';
import { resultOf, type Result } from '../../domain/quiz/result.ts';
import type { QuizRecord } from '../../store/quizzes.ts';
import { Button } from '../../ui/Button.tsx';
import { ConfusionTable } from '../../ui/ConfusionTable.tsx';
import { List } from '../../ui/List.tsx';
import { ListRow } from '../../ui/ListRow.tsx';
import { Section } from '../../ui/Section.tsx';
import { ShareRow } from '../../ui/ShareRow.tsx';
import { useEnvironment } from '../environment.ts';
import { useLooks } from '../looks.ts';
import { useQuizMessages } from '../messages/useQuizMessages.ts';
import { quizHref } from '../routes.ts';
import { progressOf, type QuizProgress } from './progress.ts';
import { useQuizName } from './quizName.ts';
import type { Known } from './setup.ts';

/** Quizzes and pairs of concepts shown before more are asked for. */
const SHOWN = 10;

export interface Past {
  readonly record: QuizRecord;
  readonly progress: QuizProgress;
  readonly result: Result;
}

/** Every quiz with what it came to, the newest first. */
export function pastOf(records: readonly QuizRecord[], known: Known): Past[] {
  const { catalogue, library } = known;
  return records.map((record) => {
    const { begun, answers, open } = record;
    const live = [...answers, ...open];
    return {
      record,
      progress: progressOf(record, catalogue, library),
      result: resultOf(begun, live, catalogue, library.wordsOf, library.names),
    };
  });
}

interface PastProps {
  readonly past: readonly Past[];
  readonly known: Known;
}

/** What was begun and can be gone on with. */
export function Unfinished({ past, known }: PastProps) {
  const { quiz, time } = useQuizMessages();
  const nameOf = useQuizName(known.discussions);
  const open = past.filter(({ progress }) => progress.next !== null);
  if (open.length === 0) return null;
  return (
    <Section title={quiz.unfinished}>
      <List label={quiz.unfinished}>
        {open.map(({ record: { begun }, progress }) => (
          <ListRow
            key={begun.quiz}
            href={quizHref(begun.quiz)}
            note={quiz.soFar(time.date(begun.day), progress.answered, progress.of)}
            trail={<span aria-hidden="true">{quiz.goOn}</span>}
          >
            {nameOf(begun)}
            <span className="visually-hidden">{quiz.goOnName}</span>
          </ListRow>
        ))}
      </List>
    </Section>
  );
}

/** What was taken for what, as often, in all quizzes. */
export function Confusions({ confusions }: { readonly confusions: readonly Confusion[] }) {
  const { catalogue } = useEnvironment();
  const language = useLooks((looks) => looks.language);
  const { quiz } = useQuizMessages();
  const cells = confusionMatrix(confusions).slice(0, SHOWN);
  if (cells.length === 0) return null;
  const named = (ids: readonly string[]) =>
    [...new Set(ids)].map((id) => ({ id, name: catalogue.concept.get(id)?.name[language] ?? id }));
  const asked = named(cells.map((cell) => cell.asked));
  const taken = named(cells.map((cell) => cell.taken));
  const times = (row: string, column: string) =>
    cells.find((cell) => cell.asked === row && cell.taken === column)?.times ?? 0;
  return (
    <Section title={quiz.confused}>
      <ConfusionTable
        label={quiz.confusedLabel}
        askedHead={quiz.askedHead}
        takenHead={quiz.takenHead}
        asked={asked}
        taken={taken}
        counts={asked.map((row) => taken.map((column) => times(row.id, column.id)))}
      />
    </Section>
  );
}

/** Which two ideas were not told apart, as often, in all quizzes. */
export function NotToldApart({ contrasts }: { readonly contrasts: readonly Contrasted[] }) {
  const { catalogue } = useEnvironment();
  const language = useLooks((looks) => looks.language);
  const { quiz } = useQuizMessages();
  const pairs = pairsNotToldApart(contrasts).slice(0, SHOWN);
  if (pairs.length === 0) return null;
  const nameOf = (id: string) => catalogue.concept.get(id)?.name[language] ?? id;
  return (
    <Section title={quiz.apart}>
      <List label={quiz.apart}>
        {pairs.map(({ pair: [one, other], times }) => (
          <ListRow key={`${one} ${other}`} trail={quiz.times(times)}>
            {quiz.pair(nameOf(one), nameOf(other))}
          </ListRow>
        ))}
      </List>
    </Section>
  );
}

/** Quizzes that are over, comparable by their intervals. */
export function History({ past, known }: PastProps) {
  const { quiz, time } = useQuizMessages();
  const nameOf = useQuizName(known.discussions);
  const [shown, setShown] = useState(SHOWN);
  const over = past.filter(({ progress }) => progress.next === null);
  if (over.length === 0) return <Section title={quiz.history} hint={quiz.noHistory} />;
  return (
    <Section title={quiz.history} hint={quiz.historyHint}>
      <List label={quiz.history}>
        {over.slice(0, shown).map(({ record: { begun }, result: { score, open } }) => {
          const name = quiz.onDay(time.date(begun.day), nameOf(begun));
          if (score.asked === 0) {
            const words = open.length > 0 ? quiz.openOnly(open.length) : quiz.nothingAnswered;
            return (
              <ListRow key={begun.quiz} href={quizHref(begun.quiz)} note={words}>
                {name}
              </ListRow>
            );
          }
          const { low, high } = score.interval;
          return (
            <ShareRow
              key={begun.quiz}
              name={name}
              href={quizHref(begun.quiz)}
              bar={{
                share: score.right / score.asked,
                low,
                high,
                name: quiz.shareName(score.right, score.asked, low, high),
              }}
              count={quiz.score(score.right, score.asked)}
              doubt={score.isFew ? quiz.few : undefined}
            />
          );
        })}
      </List>
      {over.length > shown ? (
        <Button variant="quiet" onClick={() => setShown(shown + SHOWN)}>
          {quiz.more(over.length - shown)}
        </Button>
      ) : null}
    </Section>
  );
}
