import type { Language, OpenQuestion } from '../../domain/deck.ts';
import { SafeHtml } from '../../ui/SafeHtml.tsx';
import { Section } from '../../ui/Section.tsx';
import { useDecksMessages } from '../messages/useDecksMessages.ts';
import { ConceptLinks } from './ConceptLinks.tsx';

export interface OpenQuestionsProps {
  readonly questions: readonly OpenQuestion[];
  readonly language: Language;
  /** What a good answer says stands open; else it is folded away. */
  readonly open?: boolean;
}

/** Questions to talk about. */
export function OpenQuestions({ questions, language, open = false }: OpenQuestionsProps) {
  const { decks } = useDecksMessages();
  if (questions.length === 0) return null;
  return (
    <Section title={decks.discussion}>
      <ol className="questions">
        {questions.map((question) => (
          <li key={question.id}>
            <div className="questions__ask">
              <SafeHtml html={question.ask[language]} lang={language} />
            </div>
            <ConceptLinks label={decks.about} concepts={question.about} language={language} />
            <details open={open} key={String(open)}>
              <summary>{decks.points}</summary>
              <ul>
                {question.points.map((point) => (
                  <li key={point.en}>
                    <SafeHtml html={point[language]} lang={language} as="span" />
                  </li>
                ))}
              </ul>
            </details>
          </li>
        ))}
      </ol>
    </Section>
  );
}
