import { civilDateOf } from '../../../domain/day.ts';
import { LONGEST_DISCUSSION_NAME, TARGETS } from '../../../domain/discussion.ts';
import type { discussions as english } from '../en/discussions.ts';
import { time } from './time.ts';

const percent = (share: number) => `${Math.round(share * 100)}%`;
const whole = (share: number) => String(Math.round(share * 100));
const presses = (count: number) => (count < 10 ? count.toFixed(1) : String(Math.round(count)));
const minutes = (count: number) => (count < 1 ? '不到1分钟' : `${Math.round(count)}分钟`);

export const discussions: typeof english = {
  title: '讨论',

  empty: '下次讨论是哪天？写下日期和范围，就能看到那天预计记得多少。',
  make: '写下一次讨论',
  ahead: '还没开始',
  past: '已经过去',
  when: (day, clock) => `${time.date(day)}${time.weekday(day)} ${clock}`,
  daysLeft: (days) => (days === 0 ? '就在今天' : days === 1 ? '明天' : `还有${days}天`),
  joined: (parts) => parts.join('，'),
  frozen: (share, isPlanned, made) =>
    `${isPlanned ? '照计划' : '照常复习'}，预计能答出${percent(share)}（${time.date(made)}算的）。`,
  notFrozen: '还没有预计。',
  came: (forecast, recalled, of) => `预计${percent(forecast)}，${of}项里想起${percent(recalled)}。`,
  cameFew: (recalled, of) => `${of}项里想起${recalled}项。`,
  notCompared: '还没和结果对过。',

  newTitle: '一次讨论',
  changeTitle: (name) => `改“${name}”`,
  name: '名称',
  date: '日期和时间',
  clock: '时间',
  scope: '讨论的范围',
  comesTo: (concepts, cards) => `${concepts}，${cards}张卡。`,
  onlyUnseen: (perDay) =>
    `这些卡都还没学过。没学的按想不起来算；计划每天最多开始${perDay}张新卡，这个数在设置里。`,
  target: '要记得多少',
  targetHint: '那一天，每个概念都要到。',
  minutes: '每天几分钟',
  minutesHint: '所有复习都算在内，平常到期的先做。',
  minutesUnit: '分钟',
  onTheDay: '当天也排复习',
  onTheDayHint: '不选，就排到前一天为止。',
  save: '看预计',
  saveChange: '保存',
  problems: {
    'no-name': '还没有名称。写个词就行，比如书名或小组名。',
    'long-name': `名称太长，最多${LONGEST_DISCUSSION_NAME}个字。`,
    'no-date': '还没有日期。选好哪天、几点。',
    past: '这个时间已经过了，选一个以后的时间。',
    'too-far': '离现在超过一年，预计够不到那么远，选近一点的日子。',
    'empty-scope': '范围还是空的。勾选卡组、几章，或几个概念。',
    'bad-target': `目标要在${percent(TARGETS.low)}到${percent(TARGETS.high)}之间。`,
    'zero-minutes': '每天的分钟数要填1到1440的整数。',
  },

  missing: '没有这次讨论',
  missingNote: '它可能已经删去，或是在别的设备上写的，还没带到这里。',

  about: (scope, concepts, target) => `${scope}：${concepts}，目标回忆率${percent(target)}`,
  sentence: (day, plan, stop) =>
    `照计划，${time.date(day)}预计能答出${percent(plan)}；不复习则是${percent(stop)}。`,
  sentenceUnplanned: (day, reviews, stop) =>
    `照常复习，${time.date(day)}预计能答出${percent(reviews)}；不复习则是${percent(stop)}。`,
  outOfReach: (days, target, most) =>
    `${days}天里，没找到让每个概念都到${percent(target)}的计划；最好的一个，最弱的概念只到${percent(most)}。`,
  waysOn: '可以缩小范围或多给时间。',
  working: '正在算预计',
  workingPlan: '正在找计划',
  better: '还在找更省的计划……',
  found: '找完了。',
  spread: (mean, low, high) => `${percent(mean)}（${whole(low)}–${whole(high)}）`,
  range: (low, high) => `${whole(low)}–${whole(high)}`,
  rangeNote:
    '每个数下面是中间八成可能的范围，算的时候当各张卡互不相干。同一条笔记的卡常常一起记得、一起忘，所以实际至少这么宽。',

  forecast: '预计',
  stop: '不复习',
  reviews: '照常复习',
  plan: '照计划',
  targetLabel: (target) => `目标${percent(target)}`,
  tick: (day) => {
    const date = civilDateOf(day);
    return date.day === 1 ? time.date(day) : `${date.day}日`;
  },
  dayHead: '哪天',
  stopHead: '不复习',
  reviewsHead: '照常',
  planHead: '计划',
  labelGap: '',
  waysHead: '到那天为止',
  waysLabel: '那一天预计记得',
  shareHead: '能答出',
  spreadNote:
    '括号里是中间八成可能的范围，算的时候当各张卡互不相干。同一条笔记的卡常常一起记得、一起忘，实际范围会更宽。',
  unseen: (cards) => `${cards}张还没学，开始学以前按0算。`,
  suspended: (cards) => `停用的${cards}张不计。`,

  concepts: '各个概念，弱的在前',
  conceptsLabel: '各个概念的回忆率',
  concept: '概念',
  now: '现在',
  ready: (target) => `到${percent(target)}`,
  short: (points) => (points < 1 ? '差不到1个百分点' : `差${Math.round(points)}个百分点`),
  showAll: (count) => `看全部${count}个`,
  showFewer: '只看最弱的',

  planTitle: '计划',
  planSum: (days, cards, count) => `${days}天，${cards}张，多花${minutes(count)}。`,
  cost: (count) => `比只复习到期的约多答${presses(count)}次，学新卡、忘了重学都算在内。`,
  costNone: '不比只复习到期的多答。',
  gap: (least, bound, gap) =>
    `找到的最省的要${least.toFixed(1)}次，要到目标不可能少于${bound.toFixed(1)}次，相差${gap.toFixed(1)}次。`,
  forLater: (count) => `其中约${presses(count)}次是为了以后记得更久。`,
  enough: '只复习到期的就够了，不用加。',
  usualReach: (target) => `照常复习、照常学新卡，每个概念也能到${percent(target)}。`,
  fallShort: (count) => `${count}个概念到不了：`,
  fallShortEnd: (more) => (more === 0 ? '。' : `，还有${more}个。`),
  daysLabel: '每天的计划',
  planned: (cards) => `${cards}张`,
  cards: '复习',
  minutesHead: '约需',
  minutesText: minutes,
  total: '合计',
  planDay: (day) => {
    const date = civilDateOf(day);
    return `${date.month}月${date.day}日 ${time.weekdayShort(day)}`;
  },
  todayLabel: '今天',
  usePlan: '用这个计划',
  planNote: '只排进复习，不改动其他卡的日期；随时可以停。',
  followed: '正在照这个计划做：每天的那一份排在“今天”里。',
  toToday: '去今天',
  stopFollowing: '不再照做',
  noDayLeft: '没有可排的日子了。',
  noDayLeftWay: '当天也排',
  allSuspended: '这个范围的卡都停用了，没有可预计、可排的。',
  scopeGone: '现有的卡组里找不到这次讨论的范围了，请重新选。',
  narrow: '缩小范围',
  moreMinutes: '每天多给几分钟',
  later: '改个晚些的日子',
  newLimit: (perDay) => `每天最多开始${perDay}张新卡。`,
  changeLimit: '去设置里改',

  quiz: '就这个范围自测',
  brief: '打印用的一页',
  calendar: '存成日历',
  change: '改动',
  remove: '删去',
  removeTitle: (name) => `删去“${name}”？`,
  removeBody: '它的预计和计划一起删去。为它做过的复习都留着，卡片也不变。',
  calendarFile: (name) => `${name}.ics`,
  calendarDay: (name, cards) => `${name}：复习${cards}张`,
  calendarMore: (count) => `约多花${minutes(count)}，在“今天”里。`,

  broken: '预计没算完',
  brokenNote: '计算中断了，已有的记录都在。再试一次。',

  afterwards: '结果如何',
  heldForecast: (share, isPlanned, made) =>
    `开始以前，${isPlanned ? '照计划' : '照常复习'}的预计是${percent(share)}（${time.date(made)}算的）。`,
  nothingHeld: '开始以前没有写下预计，所以没什么可对的。',
  finalQuiz: '最后自测',
  finalNote: (day) =>
    `问的就是预计过的那些。${time.date(day)}以前可以做，再晚就看不出那天记得多少了。`,
  verdict: '也可以自己判断',
  verdictAgain: '自己的判断',
  verdictHint: '没谈到的就略过。',
  recalled: '想起',
  missed: '没想起',
  leaveOut: '略过',
  saveVerdict: '保存判断',
  verdictNone: '至少标一个概念才能保存',
  saved: '已保存。',
  byQuiz: '按最后自测。',
  byVerdict: '按自己的判断。',
  few: '项数太少，仅供参考：',
  compared: (forecast, recalled, low, high, of) =>
    `预计${percent(forecast)}，${of}项里想起${percent(recalled)}（95%区间${whole(low)}–${whole(high)}）。`,
  comparedFew: (forecast, recalled, of) =>
    `${of}项里想起${recalled}项，预计${forecast.toFixed(1)}项。太少，还看不出准不准。`,
  within: '预计落在区间里，没有不准的迹象。',
  hopeful: '预计高过区间，偏乐观。',
  modest: '预计低于区间，偏保守。',
  brier: (score, ofStop) =>
    `布赖尔分${score.toFixed(2)}：预计与结果之差的平方，取平均。0最好，一律说50%得0.25；若当初按“不复习”预计，会是${ofStop.toFixed(2)}。`,
  choices: (count) => `其中${count}项是选择题，可能是猜中的。`,
  bins: '按预计的高低分开看',
  binHead: '预计',
  binMean: '平均',
  binRecalled: '想起',
  binCount: '项数',
  bin: (from, to) => `${whole(from)}–${whole(to)}%`,

  briefTitle: (name) => `${name}：一页`,
  weakest: '最弱的概念',
  weakestHint: '此刻的回忆率；为这场讨论自测，最近一次没答上的排在前面。',
  noWeakest: '这个范围的卡都停用了或不在了，说不上哪里弱。',
  missedInQuiz: '自测没答上',
  notMet: '还没学过',
  minute: (place) => `演讲${place}`,
  likely: '多半会谈到',
  noQuestions: '卡组里没有关于它的讨论题。',
  print: '打印',
};
