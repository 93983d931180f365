import { Fragment, useEffect, useRef, useState, type ReactNode } from 'react';
import type { StandingDiscussion } from '../../domain/discussion.ts';
import type { Plan } from '../../domain/plan/solve.ts';
import type { Preparation } from '../../domain/preparation.ts';
import { Button } from '../../ui/Button.tsx';
import { DayTable } from '../../ui/DayTable.tsx';
import { Foot } from '../../ui/Foot.tsx';
import { ProgressBar } from '../../ui/ProgressBar.tsx';
import { Section } from '../../ui/Section.tsx';
import { dayAt } from '../clock.ts';
import { useEnvironment } from '../environment.ts';
import { LANG, useLooks } from '../looks.ts';
import { useDiscussionsMessages } from '../messages/useDiscussionsMessages.ts';
import { conceptHref, discussionHref, hrefOf, routes } from '../routes.ts';
import { isReady } from './outcome.ts';

/** Presses that are not worth a word. */
const LITTLE = 0.05;
/** Concepts that fall short, by name, before the rest is only counted. */
const NAMED = 5;

export interface PlanPartProps {
  readonly discussion: StandingDiscussion;
  readonly preparation: Preparation;
  /** A first plan is looked for, or a better one. */
  readonly isWorking: boolean;
  readonly onFollow: (isPlanned: boolean) => void;
}

/** The plan: what it puts on which day, what it costs, and how it is taken up. */
export function PlanPart({ discussion, preparation, isWorking, onFollow }: PlanPartProps) {
  const { discussions: words } = useDiscussionsMessages();
  const { plan, days } = preparation;
  if (!plan && isWorking) {
    return (
      <Section title={words.planTitle}>
        <ProgressBar label={words.workingPlan} value={0.5} patient />
      </Section>
    );
  }
  if (!plan) {
    return (
      <Section title={words.planTitle}>
        <p>{words.noDayLeft}</p>
        {discussion.onTheDay ? null : (
          <Button size="small" href={discussionHref(discussion.id, 'change')}>
            {words.noDayLeftWay}
          </Button>
        )}
      </Section>
    );
  }
  const cards = days.reduce((sum, day) => sum + day.cards.length, 0);
  const minutes = days.reduce((sum, day) => sum + day.minutes, 0);
  return (
    <Section
      title={words.planTitle}
      hint={days.length > 0 ? words.planSum(days.length, cards, minutes) : undefined}
    >
      <Cost plan={plan} preparation={preparation} target={discussion.target} />
      <p className="secondary" aria-live="polite">
        {isWorking ? words.better : <span className="visually-hidden">{words.found}</span>}
      </p>
      {plan.isReached ? null : <Short discussion={discussion} preparation={preparation} />}
      {days.length > 0 ? <Days preparation={preparation} /> : null}
      <TakeUp isPlanned={discussion.isPlanned} isEmpty={days.length === 0} onFollow={onFollow} />
    </Section>
  );
}

interface CostProps {
  readonly plan: Plan;
  readonly preparation: Preparation;
  readonly target: number;
}

/** What the plan costs, and how near that is to the least any plan could. */
function Cost({ plan, preparation, target }: CostProps) {
  const { discussions: words, common } = useDiscussionsMessages();
  const { isReached } = plan;
  const { forecast, days, decided } = preparation;
  const cost = plan.cost + decided;
  const least = plan.least + decided;
  const isUsualEnough = forecast.concepts.every(({ reviews }) => isReady(reviews.mean, target));
  if (isReached && days.length === 0) return <p>{words.enough}</p>;
  // Rounded down, so that it stays true; the gap then is that of the numbers shown.
  const bound = Math.max(0, Math.floor((plan.bound + decided) * 10) / 10);
  const cheapest = Math.max(bound, Math.round(least * 10) / 10);
  const sentences = [
    cost < LITTLE ? words.costNone : words.cost(cost),
    ...(cost - least > LITTLE ? [words.forLater(cost - least)] : []),
    ...(isReached && cost >= LITTLE ? [words.gap(cheapest, bound, cheapest - bound)] : []),
    ...(isUsualEnough ? [words.usualReach(target)] : []),
  ];
  return <p className="secondary">{sentences.join(common.gap)}</p>;
}

/** Which concepts fall short of the target, and what can be done about it. */
function Short({ discussion, preparation }: Pick<PlanPartProps, 'discussion' | 'preparation'>) {
  const { store, catalogue } = useEnvironment();
  const { discussions: words, scope: scopes } = useDiscussionsMessages();
  const language = useLooks((looks) => looks.cardLanguage);
  const { plan, forecast } = preparation;
  const short = [...(plan?.recall ?? [])]
    .filter(([, recall]) => !isReady(recall, discussion.target))
    .toSorted(([, a], [, b]) => a - b)
    .map(([concept]) => concept);
  const change = discussionHref(discussion.id, 'change');
  const named = short.slice(0, NAMED);
  return (
    <div className="discussion__short">
      <p>
        {words.fallShort(short.length)}
        {named.map((concept, i) => (
          <Fragment key={concept}>
            {i > 0 ? scopes.separator : null}
            <a href={conceptHref(concept)} lang={LANG[language]}>
              {catalogue.concept.get(concept)?.name[language] ?? concept}
            </a>
          </Fragment>
        ))}
        {words.fallShortEnd(short.length - named.length)}
      </p>
      <p>{words.waysOn}</p>
      <Buttons>
        {[words.narrow, words.moreMinutes, words.later].map((way) => (
          <Button key={way} size="small" href={change}>
            {way}
          </Button>
        ))}
      </Buttons>
      {forecast.overall.unseen > 0 ? (
        <p className="secondary">
          {words.newLimit(store.settings.newPerDay)}{' '}
          <a href={hrefOf(routes.settings)}>{words.changeLimit}</a>
        </p>
      ) : null}
    </div>
  );
}

function Buttons({ children }: { readonly children: ReactNode }) {
  return <div className="discussion__buttons">{children}</div>;
}

function Days({ preparation }: { readonly preparation: Preparation }) {
  const { clock, store } = useEnvironment();
  const { discussions: words } = useDiscussionsMessages();
  const { days } = preparation;
  const today = dayAt(clock, clock.now(), store.settings.rollover);
  const row = (day: string, cards: number, minutes: number) => ({
    day,
    cards: words.planned(cards),
    minutes: words.minutesText(minutes),
  });
  return (
    <DayTable
      label={words.daysLabel}
      head={{ day: words.dayHead, cards: words.cards, minutes: words.minutesHead }}
      days={days.map(({ day, cards, minutes }) =>
        row(day === today ? words.todayLabel : words.planDay(day), cards.length, minutes),
      )}
      total={row(
        words.total,
        days.reduce((sum, { cards }) => sum + cards.length, 0),
        days.reduce((sum, { minutes }) => sum + minutes, 0),
      )}
    />
  );
}

interface TakeUpProps {
  readonly isPlanned: boolean;
  readonly isEmpty: boolean;
  readonly onFollow: (isPlanned: boolean) => void;
}

function TakeUp({ isPlanned, isEmpty, onFollow }: TakeUpProps) {
  const { discussions: words } = useDiscussionsMessages();
  const said = useRef<HTMLParagraphElement>(null);
  const [wasPlanned] = useState(isPlanned);
  useEffect(() => {
    // The button that was pressed is gone.
    if (isPlanned && !wasPlanned) said.current?.focus();
  }, [isPlanned, wasPlanned]);
  if (isPlanned) {
    return (
      <>
        <p className="discussion__followed" ref={said} tabIndex={-1}>
          {words.followed}
        </p>
        <Buttons>
          <Button size="small" href={hrefOf(routes.today)}>
            {words.toToday}
          </Button>
          <Button variant="quiet" size="small" onClick={() => onFollow(false)}>
            {words.stopFollowing}
          </Button>
        </Buttons>
      </>
    );
  }
  if (isEmpty) return null;
  return (
    <>
      <Foot place="inline">
        <Button variant="go" onClick={() => onFollow(true)}>
          {words.usePlan}
        </Button>
      </Foot>
      <p className="discussion__followed caption">{words.planNote}</p>
    </>
  );
}
