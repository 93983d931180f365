import { civilDateOf, weekdayOf } from '../../../domain/day.ts';
import { time as english } from '../en/time.ts';

const DAYS = ['日', '一', '二', '三', '四', '五', '六'];
const oneDecimal = (value: number) => value.toFixed(1).replace(/\.0$/, '');

function days(count: number): string {
  if (count < 60) return `${count}天`;
  if (count < 365) return `${oneDecimal(count / 30.44)}个月`;
  return `${oneDecimal(count / 365.25)}年`;
}

export const time: typeof english = {
  weekday: (day) => `星期${DAYS[weekdayOf(day)]}`,
  weekdayShort: (day) => `周${DAYS[weekdayOf(day)]}`,
  weekdayName: (weekday) => `星期${DAYS[weekday]}`,
  date: (day) => {
    const date = civilDateOf(day);
    return `${date.month}月${date.day}日`;
  },
  dateLine: (day) => `${time.date(day)}　${time.weekday(day)}`,
  dateWithYear: (day) => {
    const date = civilDateOf(day);
    return `${date.year}年${date.month}月${date.day}日`;
  },
  wait: (ms) => {
    const minutes = ms / 60_000;
    if (minutes < 1) return `${Math.round(ms / 1000)}秒`;
    if (minutes < 60) return `${Math.round(minutes)}分钟`;
    return `${oneDecimal(minutes / 60)}小时`;
  },
  days,
  daysInWords: days,
  place: english.place,
};
