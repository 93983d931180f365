import { civilDateOf } from '../../../domain/day.ts';
import { ENOUGH } from '../../../domain/statistics/proportion.ts';
import { grouped } from '../../../ui/grouped.ts';
import type { statistics as english } from '../en/statistics.ts';
import { time } from './time.ts';

const percent = (share: number) => `${Math.round(share * 100)}%`;
const whole = (share: number) => String(Math.round(share * 100));
const tenths = (value: number) => grouped(Math.round(value * 10) / 10);
const short = (day: number) => {
  const date = civilDateOf(day);
  return `${date.month}/${date.day}`;
};

export const statistics: typeof english = {
  title: '统计',
  toModel: '预计说得准吗',
  toConcepts: '逐个概念看记得多少',

  which: '哪些卡片',
  all: '全部卡片',
  kind: '题型',
  allKinds: '各种题型',
  kinds: {
    basic: '问答',
    reversed: '正反两问',
    cloze: '填空',
    list: '列举',
    choice: '选择',
    contrast: '对比',
  },
  onlyMarked: '只看有记号的',
  whole: '所有卡组',
  period: '时段',
  periodName: (days) => (days === null ? '全部' : days === 365 ? '一年' : `${days}天`),

  about: (answers, cards, first) =>
    `共${grouped(cards)}张卡片；${time.dateWithYear(first)}以来作答${grouped(answers)}次。`,
  retired: (answers, cards) =>
    `其中${grouped(answers)}次答的是${grouped(cards)}张卡组里已经没有的卡片。`,
  untimed: (answers) => `${grouped(answers)}次没有用时记录，不计入时间。`,
  ahead: (answers) => `${grouped(answers)}次的日期晚于今天（当时钟走快了），不计入。`,
  working: '正在读记录……',
  none: '还没有作答记录。答过之后，这里会显示做了多少、记住多少、接下来有多少。',
  noneOfThese: '这些卡片还没有答过。',
  toReview: '开始复习',
  broken: '统计没有算完',
  brokenNote: '计算中途停了，记录没有丢。可以再试一次。',
  what: '这是什么？',

  thin: (of) => `数据不足：现有${of}次，要${ENOUGH}次`,
  thinShort: '数据不足',
  nothingInPeriod: '这段时间没有作答。',
  spread: (known) => `${percent(known.share)}（${whole(known.low)}–${whole(known.high)}）`,
  interval: ({ low, high }) => `${whole(low)}–${whole(high)}`,
  percent,
  answers: (count) => `${grouped(count)}次`,
  cards: (count) => `${grouped(count)}张`,
  answersUnit: '次',
  cardsUnit: '张',
  minutesUnit: '分钟',
  answerKinds: {
    mature: '成熟卡',
    young: '年轻卡',
    relearning: '重学',
    learning: '初学',
    practice: '自测与突击',
  },
  answersHead: '作答',
  dayHead: '哪天',
  spanHead: '时间',
  sumHead: '合计',
  median: (text) => `中位数${text}`,
  countHead: '张数',
  tick: (day, width) => {
    if (width !== 'month') return short(day);
    const { month, year } = civilDateOf(day);
    return month === 1 ? `${year}年` : `${month}月`;
  },
  span: ({ from, to }, width) => {
    if (from === to) return time.date(from);
    const { year, month } = civilDateOf(from);
    return width === 'month' ? `${year}年${month}月` : `${short(from)}–${short(to)}`;
  },

  today: {
    title: '今天',
    what: '今天这个学习日里答过的全部。每按一次算一次，同一张答两次就是两次。“答对”指评为吃力、记得或轻松；自测和突击算作答，不算进答对的比例。成熟卡是间隔满21天的卡片。',
    finding: (answers, kinds) =>
      answers === 0 ? '今天还没有作答。' : `作答${grouped(answers)}次：${kinds}。`,
    time: '用时',
    each: (text) => `每次${text}`,
    again: '忘了',
    right: '答对',
    mature: '成熟卡答对',
    of: (count, of) => `${grouped(of)}次中${grouped(count)}次`,
    byKind: (kind, count) => `${kind}${grouped(count)}`,
  },

  due: {
    title: '将要到期',
    what: '学过的卡片各在哪天到期（假定此前都不复习）。不含新卡和停用的卡片；选了“今天不看”的卡片算在重新出现的那天。“过期”是今天以前就到期的。每日负担是每张卡片“一次除以间隔”的总和，也就是长期看一天要复习几张。',
    finding: (cards, days, load) =>
      `今后${grouped(days)}天到期${grouped(cards)}张；长期看每天约${tenths(load)}张。`,
    overdue: (cards) => `过期${grouped(cards)}张。`,
    later: (cards) => `更晚的${grouped(cards)}张。`,
    none: '没有卡片会到期。',
    name: '到期',
    overdueTick: '过期',
    overdueRow: '过期',
    today: '今天',
  },

  calendar: {
    title: '日历',
    what: '每个学习日作答的次数，从第一个学习日算起，最多看到一年前。学习日在设置里选定的钟点换日。连续天数算到今天；今天还没答，就算到昨天。',
    finding: (answers, studied, from) =>
      `${time.dateWithYear(from)}以来，${grouped(studied)}天里作答${grouped(answers)}次。`,
    streak: (streak, longest) => `现已连续${grouped(streak)}天，最长${grouped(longest)}天。`,
    minutesHead: '分钟',
    weekdays: ['周一', '', '周三', '', '周五', '', '周日'],
    month: (day) => `${civilDateOf(day).month}月`,
  },

  reviews: {
    title: '复习',
    what: '这段时间的作答，按答的是什么分开：初学或重学中的卡片、年轻卡（间隔不到21天）、成熟卡。自测和突击单列，不论算不算数。每次作答的用时最多记60秒。',
    count: '次数',
    time: '用时',
    show: '图中显示',
    finding: (answers, studied, days) =>
      `${grouped(days)}天里学了${grouped(studied)}天，作答${grouped(answers)}次，学的日子平均每天${tenths(answers / studied)}次。`,
    findingTime: (ms, timed) =>
      `${grouped(timed)}次作答，共${time.wait(ms)}，每次${time.wait(ms / timed)}。`,
  },

  counts: {
    title: '卡片数',
    what: '每张卡片算一次，看它现在处在哪一步。年轻：间隔不到21天；成熟：满21天。停用的和今天不看的单列，不再算进别处。',
    finding: (cards, begun) => `共${grouped(cards)}张，已开始学${grouped(begun)}张。`,
    head: '状态',
    names: {
      fresh: '新卡',
      learning: '在学',
      relearning: '重学',
      young: '年轻',
      mature: '成熟',
      suspended: '停用',
      buried: '今天不看',
    },
  },

  intervals: {
    title: '间隔',
    what: '复习中的每张卡片最近一次定下的间隔，以天计。一半的卡片不到中位数。',
    finding: (cards, median) => `${grouped(cards)}张里，一半在${median}之内再见。`,
  },
  stability: {
    title: '稳定度',
    what: '模型给每张卡片的稳定度：回忆率降到90%要多少天。越长，记得越牢。',
    finding: (cards, median) => `${grouped(cards)}张里，一半能把90%守住${median}以上。`,
  },
  difficulty: {
    title: '难度',
    what: '模型给每张卡片的难度，1到10。越高，每答一次稳定度长得越少。',
    finding: (cards, median) => `中位数${median}，共${grouped(cards)}张。`,
  },
  recall: {
    title: '此刻的回忆率',
    what: '按模型，每张卡片此刻能想起来的概率。加在一起就是“估计掌握的总量”：没答过的卡片算0，一条笔记取它各张卡片的平均。停用的卡片不算。这样的预计说得准不准，另有一页。',
    finding: (mean, seen) => `学过的${grouped(seen)}张，平均预计${percent(mean)}。`,
    total: '估计掌握的总量',
    ofCards: (cards) => `共${grouped(cards)}张`,
    byNote: '按笔记算',
    ofNotes: (notes) => `共${grouped(notes)}条`,
    suspended: (cards) => `${grouped(cards)}张停用的卡片不算在内。`,
    none: '还没有学过的卡片。',
    head: '回忆率',
  },
  daysHead: '天数',
  range: (from, to) => `${from}–${to}`,
  daysText: (days) => `${tenths(days)}天`,

  retention: {
    title: '真实保持率',
    what: '复习中的卡片再见时想起来的比例：每张卡片每个学习日只取第一次算数的作答，只看已进入复习的卡片（不含初学，不含自测）。年轻卡间隔不到21天，成熟卡满21天。小字是真实比例有95%把握落在其中的区间。不到30次不给百分比。',
    finding: (known, of) =>
      `30天里，${grouped(of)}次中想起${percent(known.share)}（${whole(known.low)}–${whole(known.high)}）。`,
    head: '时段',
    young: '年轻卡',
    mature: '成熟卡',
    all: '全部',
    periods: {
      today: '今天',
      yesterday: '昨天',
      week: '近7天',
      month: '近30天',
      year: '近一年',
      all: '全部时间',
    },
    count: (of) => `${grouped(of)}次`,
    lowHead: '下限%',
    highHead: '上限%',
    shareHead: '想起%',
    ofHead: '次数',
    recalledHead: '想起',
  },

  hours: {
    title: '一天各时',
    what: '按作答当地的钟点数次数，并看其中答对的比例。自测和突击不算。满30次的钟点才画圆点，竖线是95%区间。竖线互相重叠的钟点，未必真有差别。',
    finding: (hour, answers) => `${hour}起的一小时答得最多，${grouped(answers)}次。`,
    head: '钟点',
    hour: (hour) => String(hour),
    hourRow: (hour) => `${hour}点`,
    rightUnit: '答对%',
    rightHead: '答对',
    note: '圆点：答对的比例，竖线是95%区间。',
    thin: `还没有哪个钟点满${ENOUGH}次`,
  },

  buttons: {
    title: '四种评分',
    what: '每种评分给了多少次，按答的是什么分开；重学算在初学里。自测和突击不算。“答对”指评为吃力、记得或轻松。',
    finding: (right) => `答对：${right.join('，')}。`,
    head: '卡片',
    groups: { learning: '初学', young: '年轻卡', mature: '成熟卡' },
    ratings: ['忘了', '吃力', '记得', '轻松'],
    rightHead: '答对',
    aside: (answers, right) =>
      right === null ? `${grouped(answers)}次` : `${grouped(answers)}次，答对${right}`,
  },

  added: {
    title: '新学',
    what: '开始学的卡片：第一次作答的那天算一张。退回新卡又重新开始的，再算一次。线是到那时为止的总数。',
    finding: (cards, all) => `这段时间新学${grouped(cards)}张，至今共${grouped(all)}张。`,
    none: '这段时间没有新学的卡片。',
    name: '新学',
    total: '至今共',
  },
};
