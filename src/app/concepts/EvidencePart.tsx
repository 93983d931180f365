import { useMemo } from 'react';
import { conceptNames } from '../../domain/quiz/names.ts';
import { confusionMatrix, confusionOf } from '../../domain/quiz/confusion.ts';
import type { WordsOf } from '../../domain/quiz/words.ts';
import { List } from '../../ui/List.tsx';
import { ListRow } from '../../ui/ListRow.tsx';
import { Section } from '../../ui/Section.tsx';
import { useEnvironment } from '../environment.ts';
import { useLooks } from '../looks.ts';
import { useConceptsMessages } from '../messages/useConceptsMessages.ts';
import { quizHref } from '../routes.ts';
import type { ConceptRecord } from './record.ts';

export interface EvidencePartProps {
  /** Id. */
  readonly concept: string;
  readonly record: ConceptRecord;
  /** Words of the cards; where they are not at hand fewer confusions are found. */
  readonly wordsOf: WordsOf;
}

/** What the concept was taken for, or what for it. */
export function Confusions({ concept, record, wordsOf }: EvidencePartProps) {
  const { concepts: words } = useConceptsMessages();
  const { catalogue } = useEnvironment();
  const language = useLooks((looks) => looks.language);
  const found = useMemo(() => {
    const names = conceptNames(catalogue);
    const answers = [...record.reviews, ...record.quizzes.flatMap((quiz) => quiz.answers)];
    return confusionMatrix(
      answers
        .flatMap((answer) => confusionOf(answer, catalogue, wordsOf, names) ?? [])
        .filter(({ asked, taken }) => asked === concept || taken === concept),
    );
  }, [catalogue, concept, record, wordsOf]);
  if (found.length === 0) return null;
  const nameOf = (id: string) => catalogue.concept.get(id)?.name[language] ?? id;
  return (
    <Section title={words.confusions} hint={words.confusionsHint}>
      <List label={words.confusions}>
        {found.map(({ asked, taken, times }) => (
          <ListRow key={`${asked} ${taken}`} trail={times > 1 ? words.times(times) : undefined}>
            {words.tookFor(nameOf(taken), nameOf(asked))}
          </ListRow>
        ))}
      </List>
    </Section>
  );
}

/** Quizzes in which it was asked, the newest first. */
export function Quizzes({ concept, record }: Omit<EvidencePartProps, 'wordsOf'>) {
  const { concepts: words } = useConceptsMessages();
  const { catalogue } = useEnvironment();
  const found = record.quizzes.flatMap(({ begun, answers }) => {
    const own = answers.filter(
      ({ card }) => catalogue.card.get(catalogue.currentId(card))?.conceptId === concept,
    );
    const right = own.filter(({ rating }) => rating !== 'again').length;
    return own.length === 0 ? [] : [{ begun, right, asked: own.length }];
  });
  if (found.length === 0) return null;
  return (
    <Section title={words.quizzes}>
      <List label={words.quizzes}>
        {found.map(({ begun, right, asked }) => (
          <ListRow
            key={begun.quiz}
            href={quizHref(begun.quiz)}
            trail={
              <>
                <span aria-hidden="true" className="info">
                  {words.score(right, asked)}
                </span>
                <span className="visually-hidden">{words.scoreName(right, asked)}</span>
              </>
            }
          >
            {words.quizOn(begun.day)}
          </ListRow>
        ))}
      </List>
    </Section>
  );
}
