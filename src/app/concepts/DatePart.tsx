import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { civilDateOf, studyDayFromDate, type StudyDay } from '../../domain/day.ts';
import { Choice } from '../../ui/Choice.tsx';
import { DateSlider, type SliderMark } from '../../ui/DateSlider.tsx';
import { ProgressBar } from '../../ui/ProgressBar.tsx';
import { useConceptsMessages } from '../messages/useConceptsMessages.ts';
import type { ConceptsKnowing, KnowingState, Shown, Way } from './knowing.ts';

type Words = ReturnType<typeof useConceptsMessages>['concepts'];

/** What is found on the date shown: the sentence before its share, and the share. */
export function findingOf(
  { day, is }: Shown,
  today: StudyDay,
  studied: number,
  words: Words,
): { readonly lead: string; readonly hasShare: boolean } {
  const date = words.date(day, today);
  if (studied === 0) {
    return { lead: is === 'today' ? words.noneBegunNow : words.noneBegun(date), hasShare: false };
  }
  const lead = is === 'today' ? words.finding.today(studied) : words.finding[is](date, studied);
  return { lead, hasShare: true };
}

/** ms for which a value spoken while it changes holds. */
const CALM = 500;

/** A text that changes at most every half second, so that it can be spoken. */
function useCalm(text: string): string {
  const [said, setSaid] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSaid(text), CALM);
    return () => clearTimeout(timer);
  }, [text]);
  return said;
}

const twoDigits = (value: number) => String(value).padStart(2, '0');

/** As a date field has it: YYYY-MM-DD. */
function fieldOf(day: StudyDay): string {
  const { year, month, day: ofMonth } = civilDateOf(day);
  return `${String(year).padStart(4, '0')}-${twoDigits(month)}-${twoDigits(ofMonth)}`;
}

function marksOf({ stops, today, discussions }: KnowingState, words: Words): SliderMark[] {
  const [first = today, last = today] = [stops[0], stops.at(-1)];
  const far = (day: StudyDay) =>
    civilDateOf(day).year === civilDateOf(today).year ? words.tick(day) : words.tickWithYear(day);
  return [
    { stop: stops.indexOf(today), label: words.today, is: 'today' as const },
    ...discussions
      .filter(({ day }) => day > today && stops.includes(day))
      .map(({ day, name }) => ({
        stop: stops.indexOf(day),
        label: words.discussion(day, name),
        is: 'other' as const,
      })),
    ...[first, last]
      .filter((day) => day !== today)
      .map((day) => ({ stop: stops.indexOf(day), label: far(day), is: 'end' as const })),
  ];
}

export interface DatePartProps {
  readonly knowing: ConceptsKnowing;
  /** Mean recall (0..1) on the date shown; null where nothing is begun. */
  readonly mean: number | null;
}

/** The date: on a slider, or any; and for coming dates what is done until then. */
export function DatePart({ knowing, mean }: DatePartProps) {
  const { concepts: words } = useConceptsMessages();
  const known = useStore(knowing.state);
  const { stops, day, today, way, working, shown } = known;
  const [first = today, last = today] = [stops[0], stops.at(-1)];
  const date = day === today ? words.today : words.date(day, today);
  const isShown = shown?.day === day && mean !== null;
  const valueText = useCalm(isShown ? words.heard(date, words.average(mean)) : date);
  const chooseDate = (text: string) => {
    const [year, month, ofMonth] = text.split('-').map(Number);
    if (year === undefined || month === undefined || ofMonth === undefined) return;
    const chosen = studyDayFromDate(year, month, ofMonth);
    if (chosen >= first && chosen <= last) knowing.choose({ day: chosen });
  };
  return (
    <div className="concepts__date">
      <DateSlider
        label={words.dateLabel}
        stops={stops.length}
        stop={Math.max(0, stops.indexOf(day))}
        origin={stops.indexOf(today)}
        valueText={valueText}
        marks={marksOf(known, words)}
        onChange={(stop) => {
          const chosen = stops[stop];
          if (chosen !== undefined) knowing.choose({ day: chosen });
        }}
      />
      <div className="concepts__when">
        <label className="concepts__any">
          <span className="caption">{words.anyDate}</span>
          <input
            className="input"
            type="date"
            min={fieldOf(first)}
            max={fieldOf(last)}
            value={fieldOf(day)}
            onChange={(event) => chooseDate(event.target.value)}
          />
        </label>
        <div className={day > today ? undefined : 'concepts__way--away'}>
          <Choice<Way>
            label={words.way}
            labelHidden
            options={[
              { value: 'stop', label: words.ways.stop },
              { value: 'goOn', label: words.ways.goOn },
            ]}
            value={way}
            onChange={(chosen) => knowing.choose({ way: chosen })}
          />
        </div>
      </div>
      {working === null ? null : <ProgressBar label={words.working} value={working} />}
    </div>
  );
}
