import { useState } from 'react';
import type { ConceptOutlook, Expected, RecallForecast } from '../../domain/recallForecast.ts';
import { Button } from '../../ui/Button.tsx';
import { IconCheck } from '../../ui/Icons.tsx';
import { Section } from '../../ui/Section.tsx';
import { Words } from '../../ui/Words.tsx';
import { useEnvironment } from '../environment.ts';
import { LANG, useLooks } from '../looks.ts';
import { useDiscussionsMessages } from '../messages/useDiscussionsMessages.ts';
import { conceptHref } from '../routes.ts';
import { isReady } from './outcome.ts';

/** Concepts shown before all are asked for. */
const FIRST = 8;

export interface ConceptTableProps {
  readonly forecast: RecallForecast;
  /** Recall (0..1) at which a concept is ready. */
  readonly target: number;
  /** Whether there is a plan to forecast by. */
  readonly isPlanned: boolean;
}

/** Every concept of the scope and how it will be recalled, the weakest first. */
export function ConceptTable({ forecast, target, isPlanned }: ConceptTableProps) {
  const { discussions: words } = useDiscussionsMessages();
  const [isAll, setAll] = useState(false);
  const byEnd = (one: ConceptOutlook) => (one.plan ?? one.reviews).mean;
  const concepts = forecast.concepts.toSorted((a, b) => byEnd(a) - byEnd(b));
  return (
    <Section title={words.concepts}>
      <div className="concept-table">
        <table aria-label={words.conceptsLabel}>
          <thead>
            <tr>
              <th scope="col">{words.concept}</th>
              <th scope="col">{words.now}</th>
              <th scope="col">{words.stopHead}</th>
              <th scope="col">{words.reviewsHead}</th>
              {isPlanned ? <th scope="col">{words.planHead}</th> : null}
            </tr>
          </thead>
          <tbody>
            {concepts.slice(0, isAll ? undefined : FIRST).map((one) => (
              <Row key={one.concept} outlook={one} target={target} />
            ))}
          </tbody>
        </table>
      </div>
      <p className="concept-table__note caption">{words.rangeNote}</p>
      {concepts.length > FIRST ? (
        <Button variant="quiet" size="small" onClick={() => setAll(!isAll)}>
          {isAll ? words.showFewer : words.showAll(concepts.length)}
        </Button>
      ) : null}
    </Section>
  );
}

function Row({ outlook, target }: { readonly outlook: ConceptOutlook; readonly target: number }) {
  const { discussions: words, common } = useDiscussionsMessages();
  const { catalogue } = useEnvironment();
  const language = useLooks((looks) => looks.cardLanguage);
  const { concept, now, stop, reviews, plan } = outlook;
  const end = plan ?? reviews;
  const reaches = isReady(end.mean, target);
  const name = catalogue.concept.get(concept)?.name[language] ?? concept;
  return (
    <tr>
      <th scope="row">
        <a href={conceptHref(concept)} lang={LANG[language]}>
          <Words lang={language}>{name}</Words>
        </a>
        <span className="concept-table__mark caption">
          {reaches ? <IconCheck /> : null}
          {reaches ? words.ready(target) : words.short((target - end.mean) * 100)}
        </span>
      </th>
      <td>{common.percent(now)}</td>
      <Cell expected={stop} />
      <Cell expected={reviews} />
      {plan ? <Cell expected={plan} className="concept-table__plan" /> : null}
    </tr>
  );
}

interface CellProps {
  readonly expected: Expected;
  readonly className?: string;
}

/** What is expected, and between what it may come to lie. */
function Cell({ expected: { mean, low, high }, className }: CellProps) {
  const { discussions: words, common } = useDiscussionsMessages();
  return (
    <td className={className}>
      {common.percent(mean)}
      <span className="caption nowrap">{words.range(low, high)}</span>
    </td>
  );
}
