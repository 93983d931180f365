import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { forecastToHold } from '../../domain/audit.ts';
import type { StandingDiscussion } from '../../domain/discussion.ts';
import { Button } from '../../ui/Button.tsx';
import { Foot } from '../../ui/Foot.tsx';
import { List } from '../../ui/List.tsx';
import { ListRow } from '../../ui/ListRow.tsx';
import { ProgressBar } from '../../ui/ProgressBar.tsx';
import { Section } from '../../ui/Section.tsx';
import { dayAt } from '../clock.ts';
import { useEnvironment } from '../environment.ts';
import { useDiscussionsMessages } from '../messages/useDiscussionsMessages.ts';
import { Page } from '../Page.tsx';
import { dateOf, isAhead } from '../planning.ts';
import { discussionHref, hrefOf, routes } from '../routes.ts';
import { createDiscussions, type DiscussionsState } from './discussionsState.ts';
import { timeText } from './draft.ts';
import { frozenMean, outcomeOf } from './outcome.ts';
import { Trouble } from './Trouble.tsx';
import './discussions.css';

/** All discussions: those ahead with what is forecast, those past with what came of them. */
export function DiscussionsScreen() {
  const environment = useEnvironment();
  const { discussions: words, common } = useDiscussionsMessages();
  const [read] = useState(() => createDiscussions(environment));
  const state = useStore(read.state);
  const { trouble } = state;
  useEffect(() => read.watch(), [read]);
  const all = state.discussions && [...state.discussions.values()];
  const ahead = all?.filter((one) => isAhead(environment, one)) ?? [];
  const past = all?.filter((one) => !isAhead(environment, one)).toReversed() ?? [];
  return (
    <Page title={words.title} narrow>
      <h1>{words.title}</h1>
      {trouble ? <Trouble trouble={trouble} onAgain={() => void read.read()} /> : null}
      {!all && !trouble ? <ProgressBar label={common.opening} value={0.5} patient /> : null}
      {all ? (
        <>
          {all.length === 0 ? <p className="discussion__lead read">{words.empty}</p> : null}
          {ahead.length > 0 ? (
            <Section title={words.ahead}>
              <List label={words.ahead}>
                {ahead.map((discussion) => (
                  <AheadRow key={discussion.id} discussion={discussion} at={state.at} />
                ))}
              </List>
            </Section>
          ) : null}
          {past.length > 0 ? (
            <Section title={words.past}>
              <List label={words.past}>
                {past.map((discussion) => (
                  <PastRow key={discussion.id} discussion={discussion} read={state} />
                ))}
              </List>
            </Section>
          ) : null}
          <Foot place="inline">
            <Button variant="go" href={hrefOf(routes.newDiscussion)}>
              {words.make}
            </Button>
          </Foot>
        </>
      ) : null}
    </Page>
  );
}

interface AheadRowProps {
  readonly discussion: StandingDiscussion;
  /** ms */
  readonly at: number;
}

function AheadRow({ discussion, at }: AheadRowProps) {
  const environment = useEnvironment();
  const { clock, store } = environment;
  const { discussions: words } = useDiscussionsMessages();
  const { id, name, when } = discussion;
  const days = dateOf(environment, discussion) - dayAt(clock, at, store.settings.rollover);
  const forecast = forecastToHold(discussion);
  return (
    <ListRow
      href={discussionHref(id)}
      note={
        <>
          {words.when(dayAt(clock, when, 0), timeText(when, clock))}
          <br />
          <span className={forecast ? 'model' : undefined}>
            {forecast
              ? words.frozen(frozenMean(forecast), forecast.isPlanned, forecast.day)
              : words.notFrozen}
          </span>
        </>
      }
      trail={<span className="nowrap">{words.daysLeft(days)}</span>}
    >
      {name}
    </ListRow>
  );
}

interface PastRowProps {
  readonly discussion: StandingDiscussion;
  readonly read: DiscussionsState;
}

function PastRow({ discussion, read }: PastRowProps) {
  const { clock, catalogue } = useEnvironment();
  const { discussions: words, time } = useDiscussionsMessages();
  const { id, name, when } = discussion;
  const { audit, forecast } = outcomeOf(discussion, read.quizzes, catalogue);
  const came = () => {
    if (!forecast) return words.nothingHeld;
    if (!audit) return words.notCompared;
    const { share, of } = audit.recalled;
    if (audit.isFew) return words.cameFew(Math.round(share * of), of);
    return words.came(audit.forecast, share, of);
  };
  return (
    <ListRow
      href={discussionHref(id)}
      note={
        <>
          {time.dateWithYear(dayAt(clock, when, 0))}
          <br />
          <span className={audit ? 'info' : undefined}>{came()}</span>
        </>
      }
    >
      {name}
    </ListRow>
  );
}
