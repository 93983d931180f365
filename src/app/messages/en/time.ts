import { civilDateOf, weekdayOf, type StudyDay } from '../../../domain/day.ts';

const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
const several = (count: number, one: string, many = `${one}s`) =>
  `${count} ${count === 1 ? one : many}`;
const oneDecimal = (value: number) => value.toFixed(1).replace(/\.0$/, '');

/** Dates and spans. Minutes under an hour, hours under a day, days under 60, months, years. */
export const time = {
  weekday: (day: StudyDay) => DAYS[weekdayOf(day)] ?? '',
  weekdayShort: (day: StudyDay) => (DAYS[weekdayOf(day)] ?? '').slice(0, 3),
  weekdayName: (weekday: number) => DAYS[weekday] ?? '',
  date: (day: StudyDay) => {
    const date = civilDateOf(day);
    return `${date.day} ${MONTHS[date.month - 1]}`;
  },
  dateLine: (day: StudyDay) => `${DAYS[weekdayOf(day)]} ${time.date(day)}`,
  dateWithYear: (day: StudyDay) => {
    const date = civilDateOf(day);
    return `${date.day} ${MONTHS[date.month - 1]} ${date.year}`;
  },
  /** A wait in ms, under a day. */
  wait: (ms: number) => {
    const minutes = ms / 60_000;
    if (minutes < 1) return `${Math.round(ms / 1000)} s`;
    if (minutes < 60) return `${Math.round(minutes)} min`;
    return `${oneDecimal(minutes / 60)} h`;
  },
  /** Whole days. */
  days: (days: number) => {
    if (days < 60) return several(days, 'day');
    if (days < 365) return `${oneDecimal(days / 30.44)} mo`;
    return `${oneDecimal(days / 365.25)} yr`;
  },
  daysInWords: (days: number) => {
    if (days < 60) return several(days, 'day');
    if (days < 365) return `${oneDecimal(days / 30.44)} months`;
    return `${oneDecimal(days / 365.25)} years`;
  },
  /** A place in the source. */
  place: (seconds: number) => {
    const hours = Math.floor(seconds / 3600);
    const minutes = Math.floor(seconds / 60) % 60;
    const rest = String(seconds % 60).padStart(2, '0');
    return hours > 0
      ? `${hours}:${String(minutes).padStart(2, '0')}:${rest}`
      : `${minutes}:${rest}`;
  },
};
