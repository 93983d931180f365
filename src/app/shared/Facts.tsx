import type { Language } from '../../domain/deck.ts';
import { SafeHtml } from '../../ui/SafeHtml.tsx';
import { Cite } from './Cite.tsx';
import type { Fact } from './facts.ts';

export interface FactsProps {
  /** What is heard as the name of the list. */
  readonly label: string;
  readonly facts: readonly Fact[];
  readonly language: Language;
}

/** What cards say, as text: the question small, what it comes to, and why. */
export function Facts({ label, facts, language }: FactsProps) {
  return (
    <ul className="facts" aria-label={label}>
      {facts.map(({ card, ask, answer, why, cite }) => (
        <li key={card} className="facts__fact">
          {ask === undefined ? null : (
            <div className="facts__ask">
              <SafeHtml html={ask} lang={language} />
            </div>
          )}
          <div className="entry__answer">
            <SafeHtml html={answer} lang={language} />
          </div>
          {why === '' ? null : (
            <div className="entry__why">
              <SafeHtml html={why} lang={language} />
            </div>
          )}
          <Cite card={card} cite={cite} />
        </li>
      ))}
    </ul>
  );
}
