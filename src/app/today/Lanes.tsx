import { useEffect } from 'react';
import { asStoreError } from '../../store/errors.ts';
import { Button } from '../../ui/Button.tsx';
import { Foot } from '../../ui/Foot.tsx';
import { Section } from '../../ui/Section.tsx';
import { useEnvironment } from '../environment.ts';
import { useMessages } from '../messages/useMessages.ts';
import { discussionHref, hrefOf, routes } from '../routes.ts';
import { cardsIn, useToday } from './day.ts';
import { refreshLanes, useLanes, type Lane } from './lanes.ts';

function LaneSection({ lane, isNext }: { readonly lane: Lane; readonly isNext: boolean }) {
  const { today: words, common } = useMessages();
  const { discussion, daysLeft, today } = lane;
  const left = today ? cardsIn(today.left) : 0;
  const start = (
    <Button
      variant={isNext ? 'go' : 'plain'}
      size={isNext ? 'full' : 'small'}
      href={`${hrefOf(routes.review)}?for=${discussion.id}`}
    >
      {words.lane.start(left)}
    </Button>
  );
  return (
    <Section title={words.lane.title(discussion.name)}>
      {today ? null : <p aria-live="polite">{words.lane.working}</p>}
      {today && left === 0 ? (
        <p>{today.planned === 0 ? words.lane.nothing : words.lane.done(today.planned)}</p>
      ) : null}
      {today && left > 0 ? (
        <>
          <p>
            {words.lane.left(left, today.planned)}
            {common.gap}
            {words.about}
            <span className="model nowrap">
              {common.minutes(today.minutes.low, today.minutes.high)}
            </span>
            {words.aboutEnd}
          </p>
          {isNext ? <Foot place="inline">{start}</Foot> : <p>{start}</p>}
        </>
      ) : null}
      <p className="secondary">
        <Button variant="quiet" href={discussionHref(discussion.id)}>
          {words.lane.open(daysLeft)}
        </Button>
      </p>
    </Section>
  );
}

/** Reads the lanes whenever the day has been read. */
function useFreshLanes(): void {
  const environment = useEnvironment();
  const view = useToday((state) => state.view);
  useEffect(() => {
    if (!view) return;
    refreshLanes(environment).catch((error: unknown) =>
      useToday.setState({ trouble: asStoreError(error).trouble }),
    );
  }, [environment, view]);
}

/** What the plans put on today, beside the ordinary reviews. `isNext`: nothing else is left to do. */
export function Lanes({ isNext }: { readonly isNext: boolean }) {
  useFreshLanes();
  const lanes = useLanes((state) => state.lanes);
  const first = lanes.find(({ today }) => today !== null && cardsIn(today.left) > 0);
  return lanes.map((lane) => (
    <LaneSection key={lane.discussion.id} lane={lane} isNext={isNext && lane === first} />
  ));
}
