import { useStore } from 'zustand';
import type { Audit } from '../../domain/audit.ts';
import type { StandingDiscussion } from '../../domain/discussion.ts';
import { Button } from '../../ui/Button.tsx';
import { Foot } from '../../ui/Foot.tsx';
import { LiveRegion } from '../../ui/LiveRegion.tsx';
import { Section } from '../../ui/Section.tsx';
import { dayAt } from '../clock.ts';
import { useEnvironment } from '../environment.ts';
import { useDiscussionsMessages } from '../messages/useDiscussionsMessages.ts';
import { hrefOf, routes } from '../routes.ts';
import { frozenMean, outcomeOf } from './outcome.ts';
import type { DiscussionPage } from './pageState.ts';
import { Verdict } from './Verdict.tsx';

/** Days after a discussion on which a final quiz still says something of it. */
const FINAL_DAYS = 14;
const DAY = 86_400_000;

export interface AfterwardsProps {
  readonly discussion: StandingDiscussion;
  readonly page: DiscussionPage;
}

/** What was forecast, held against what came. */
export function Afterwards({ discussion, page }: AfterwardsProps) {
  const { catalogue, clock } = useEnvironment();
  const { discussions: words } = useDiscussionsMessages();
  const quizzes = useStore(page.read.state, (state) => state.quizzes);
  const verdicts = useStore(page.state, (state) => state.verdicts);
  const { forecast, by, audit, isSettled } = outcomeOf(discussion, quizzes, catalogue);
  const { id, when, verdict } = discussion;
  if (!forecast) return <p className="discussion__lead read">{words.nothingHeld}</p>;
  const until = when + FINAL_DAYS * DAY;
  return (
    <>
      <p className="discussion__lead read">
        {words.heldForecast(frozenMean(forecast), forecast.isPlanned, forecast.day)}
      </p>
      {!isSettled && clock.now() < until ? (
        <>
          <Foot place="inline">
            <Button variant="go" href={`${hrefOf(routes.quizzes)}?for=${id}&final=1`}>
              {words.finalQuiz}
            </Button>
          </Foot>
          <p className="discussion__followed secondary">
            {words.finalNote(dayAt(clock, until, 0))}
          </p>
        </>
      ) : null}
      {audit ? <AuditPart audit={audit} by={by ?? 'verdict'} /> : null}
      <LiveRegion message={verdicts > 0 ? words.saved : ''} turn={verdicts} />
      {by === 'quiz' ? null : (
        <Verdict
          concepts={forecast.concepts.map(({ concept }) => concept)}
          verdict={verdict}
          onSave={(recalled, missed) => void page.giveVerdict(recalled, missed)}
        />
      )}
    </>
  );
}

interface AuditPartProps {
  readonly audit: Audit;
  readonly by: 'quiz' | 'verdict';
}

function AuditPart({ audit, by }: AuditPartProps) {
  const { discussions: words, common } = useDiscussionsMessages();
  const { forecast, recalled, choices, isFew, brier, brierOfStop } = audit;
  const { share, low, high, of } = recalled;
  const verdict = () => {
    if (forecast > high) return words.hopeful;
    return forecast < low ? words.modest : words.within;
  };
  const sentences = isFew
    ? [words.comparedFew(forecast * of, Math.round(share * of), of)]
    : [words.compared(forecast, share, low, high, of), verdict()];
  return (
    <Section title={words.afterwards} hint={by === 'quiz' ? words.byQuiz : words.byVerdict}>
      <p className="discussion__came read">{sentences.join(common.gap)}</p>
      {choices > 0 ? <p className="secondary">{words.choices(choices)}</p> : null}
      <p className="secondary">
        {[...(isFew ? [words.few] : []), words.brier(brier, brierOfStop)].join(common.gap)}
      </p>
      <Bins audit={audit} />
    </Section>
  );
}

function Bins({ audit }: { readonly audit: Audit }) {
  const { discussions: words, common } = useDiscussionsMessages();
  return (
    <table className="ways" aria-label={words.bins}>
      <thead>
        <tr>
          <th scope="col">{words.binHead}</th>
          <th scope="col">{words.binMean}</th>
          <th scope="col">{words.binRecalled}</th>
          <th scope="col">{words.binCount}</th>
        </tr>
      </thead>
      <tbody>
        {audit.bins.map(({ from, to, forecast, recalled: { share, low, high, of } }) => (
          <tr key={from}>
            <th scope="row" className="nowrap">
              {words.bin(from, to)}
            </th>
            <td className="model">{common.percent(forecast)}</td>
            <td className="info nowrap">
              {audit.isFew ? Math.round(share * of) : words.spread(share, low, high)}
            </td>
            <td>{of}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
