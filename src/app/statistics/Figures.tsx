import { memo } from 'react';
import type { Histogram, Part } from '../../domain/statistics/figures.ts';
import { useStatisticsMessages } from '../messages/useStatisticsMessages.ts';
import { AddedFigure } from './AddedFigure.tsx';
import { ButtonsFigure } from './ButtonsFigure.tsx';
import { CalendarFigure } from './CalendarFigure.tsx';
import { CountsFigure } from './CountsFigure.tsx';
import { DueFigure } from './DueFigure.tsx';
import { HoursFigure } from './HoursFigure.tsx';
import { RecallFigure } from './RecallFigure.tsx';
import { RetentionFigure } from './RetentionFigure.tsx';
import { ReviewsFigure } from './ReviewsFigure.tsx';
import { plainEdge, SpreadFigure } from './SpreadFigure.tsx';
import { TodayFigure } from './TodayFigure.tsx';

export interface FiguresProps {
  /** Those that are done. */
  readonly figures: Part;
  readonly isWorking: boolean;
}

// A figure is drawn anew only when it is another: they come one by one, and drawing all takes long.
const Today = memo(TodayFigure);
const Calendar = memo(CalendarFigure);
const Retention = memo(RetentionFigure);
const Reviews = memo(ReviewsFigure);
const Buttons = memo(ButtonsFigure);
const Due = memo(DueFigure);
const Added = memo(AddedFigure);
const Hours = memo(HoursFigure);
const Recall = memo(RecallFigure);
const Counts = memo(CountsFigure);

interface SpreadProps {
  readonly of: 'intervals' | 'stability' | 'difficulty';
  readonly figure: Histogram | undefined;
}

const Spread = memo(function Spread({ of, figure }: SpreadProps) {
  const { statistics: words } = useStatisticsMessages();
  const isDays = of !== 'difficulty';
  return (
    <SpreadFigure
      words={words[of]}
      figure={figure}
      finding={(median) => words[of].finding(figure?.n ?? 0, median)}
      edgeText={plainEdge}
      medianText={isDays ? words.daysText : plainEdge}
      head={isDays ? words.daysHead : words.difficulty.title}
    />
  );
});

/** All figures in their places; those that are not done yet have their room. */
export function Figures({ figures, isWorking }: FiguresProps) {
  const { memory } = figures;
  return (
    <div className="statistics__figures" aria-busy={isWorking}>
      <Today figure={figures.today} />
      <Calendar figure={figures.calendar} />
      <Retention figure={figures.retention} />
      <Reviews figure={figures.reviews} />
      <Buttons figure={figures.buttons} />
      <Due figure={figures.due} />
      <Added figure={figures.added} />
      <Hours figure={figures.hours} />
      <Recall figure={memory?.recall} />
      <Counts figure={figures.counts} />
      <Spread of="intervals" figure={memory?.intervals} />
      <Spread of="stability" figure={memory?.stability} />
      <Spread of="difficulty" figure={memory?.difficulty} />
    </div>
  );
}
