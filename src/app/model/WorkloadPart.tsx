import { useState } from 'react';
import type { WorkloadPoint } from '../../domain/workload.ts';
import { Button } from '../../ui/Button.tsx';
import { Section } from '../../ui/Section.tsx';
import { Slider } from '../../ui/Slider.tsx';
import { TradeoffChart } from '../../ui/TradeoffChart.tsx';
import type { WorkloadReport } from '../../workers/model.worker.ts';
import { useModelMessages } from '../messages/useModelMessages.ts';
import { useChartWords } from '../useChartWords.ts';
import { After } from './After.tsx';
import type { ModelScreenState } from './modelState.ts';

export interface WorkloadPartProps {
  readonly screen: ModelScreenState;
  readonly report: WorkloadReport;
}

/** What each desired retention costs and holds over a year, as a curve to choose from. */
export function WorkloadPart({ screen, report }: WorkloadPartProps) {
  const { model: words, common } = useModelMessages();
  const chart = useChartWords(words.workload);
  const [chosen, setChosen] = useState<number | null>(null);
  const { points, now, cards, fresh } = report.workload;
  const { isOwnPace, firstRatings } = report.habits;
  const present = points.find(({ desired }) => desired === now);
  if (cards === 0 || !present) {
    return (
      <Section title={words.workload}>
        <p>{words.nothingToSimulate}</p>
        <After screen={screen} of="desired" />
      </Section>
    );
  }
  const notes = [
    words.workloadNote,
    ...(isOwnPace ? [] : [words.guessPace]),
    ...(firstRatings ? [] : [words.guessRatings]),
  ];
  const place = chosen ?? points.indexOf(present);
  const looked = points[place] ?? present;
  return (
    <Section title={words.workload} hint={words.workloadHint(cards, fresh)}>
      <TradeoffChart
        sentence={words.workloadSentence(now, present.minutes, present.held)}
        {...chart}
        costLabel={words.costAxis}
        heldLabel={words.heldAxis}
        nowLabel={words.now}
        note={notes.join(common.gap)}
        points={points.map((point) => ({
          cost: point.minutes,
          held: point.held,
          label: common.percent(point.desired),
          isNow: point === present,
          isChosen: point === looked && point !== present,
        }))}
        head={words.workloadHead}
        rows={points.map(({ desired, reviews, minutes, held }) => [
          common.percent(desired),
          words.reviews(reviews),
          words.minutes(minutes),
          words.reviews(held),
        ])}
      />
      <Slider
        label={words.choose}
        value={place}
        min={0}
        max={points.length - 1}
        valueText={common.percent(looked.desired)}
        onChange={setChosen}
      />
      <Cost looked={looked} present={present} />
      {looked === present ? null : (
        <div className="model__buttons">
          <Button
            size="small"
            onClick={() => {
              setChosen(null);
              void screen.putDesired(looked.desired);
            }}
          >
            {words.takeDesired(looked.desired)}
          </Button>
          <Button variant="quiet" size="small" onClick={() => setChosen(null)}>
            {words.keepDesired(now)}
          </Button>
        </div>
      )}
      <After screen={screen} of="desired" />
    </Section>
  );
}

interface CostProps {
  readonly looked: WorkloadPoint;
  readonly present: WorkloadPoint;
}

/** What the choice looked at costs, and against the one in force. */
function Cost({ looked, present }: CostProps) {
  const { model: words, common } = useModelMessages();
  const { desired, reviews, minutes, held } = looked;
  const said = [
    words.chosen(desired, reviews, minutes, held),
    ...(looked === present ? [] : [words.against(minutes - present.minutes, held - present.held)]),
  ];
  return <output className="secondary model__cost">{said.join(common.gap)}</output>;
}
