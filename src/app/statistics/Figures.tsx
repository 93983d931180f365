import type { Part } from '../../domain/statistics/figures.ts';
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

/** All figures in their places; those that are not done yet have their room. */
export function Figures({ figures, isWorking }: FiguresProps) {
  const { statistics: words } = useStatisticsMessages();
  const { memory } = figures;
  const spread = (of: 'intervals' | 'stability') => (
    <SpreadFigure
      words={words[of]}
      figure={memory?.[of]}
      finding={(median) => words[of].finding(memory?.[of].n ?? 0, median)}
      edgeText={plainEdge}
      medianText={words.daysText}
      head={words.daysHead}
    />
  );
  return (
    <div className="statistics__figures" aria-busy={isWorking}>
      <TodayFigure figure={figures.today} />
      <CalendarFigure figure={figures.calendar} />
      <RetentionFigure figure={figures.retention} />
      <ReviewsFigure figure={figures.reviews} />
      <ButtonsFigure figure={figures.buttons} />
      <DueFigure figure={figures.due} />
      <AddedFigure figure={figures.added} />
      <HoursFigure figure={figures.hours} />
      <RecallFigure figure={memory?.recall} />
      <CountsFigure figure={figures.counts} />
      {spread('intervals')}
      {spread('stability')}
      <SpreadFigure
        words={words.difficulty}
        figure={memory?.difficulty}
        finding={(median) => words.difficulty.finding(memory?.difficulty.n ?? 0, median)}
        edgeText={plainEdge}
        medianText={plainEdge}
        head={words.difficulty.title}
      />
    </div>
  );
}
