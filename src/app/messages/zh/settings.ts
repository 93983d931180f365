import type { settings as english } from '../en/settings.ts';

const number = (count: number) => count.toLocaleString('en');

export const settings: typeof english = {
  title: '设置',
  joint: '',
  study: '学习',
  studyHint: '改动从下一次作答起生效，已经排好的日期不变。',
  saved: '已保存。',
  undo: '撤销',
  tookBack: '已撤回。',

  goal: '记到多牢',
  desired: '目标记忆率',
  desiredHint: '卡片到期那天，你还记得它的可能。越高，复习越多。',
  percent: (share) => `${Math.round(share * 100)}%`,
  cost: (now, then) => `按你现有的卡片，现在每天约${now}，改后约${then}。`,
  costNow: (now) => `按你现有的卡片，长期来看每天约${now}。`,
  reviews: (count) => `${number(count)}次`,
  costLater: (cards, needed) => `学过${needed}张卡才估得出每天要复习多少次，现在有${cards}张。`,
  applyDesired: (share) => `改成${share}`,
  keepDesired: (share) => `仍用${share}`,
  maximumInterval: '最长间隔',
  days: '天',
  offer: {
    title: '已经排好的日期也跟着改？',
    effect: (earlier, later) => `${number(earlier)}张会提前，${number(later)}张会推后。`,
    today: (change) =>
      change === 0
        ? '今天不变。'
        : change > 0
          ? `今天会多${number(change)}张。`
          : `今天会少${number(-change)}张。`,
    otherwise: '不改的话，每张卡等下次复习时再按新的来。',
    move: '跟着改',
    leave: '不改',
    moved: (cards) => `改了${number(cards)}张的日期。`,
  },

  amount: '每天多少',
  newPerDay: '新卡',
  reviewsPerDay: '复习，最多',
  cardsUnit: '张',
  wholeFrom: (low, high) => `请填${low}到${high}的整数。`,

  order: '什么顺序',
  newOrder: '新卡',
  newOrders: { deck: '按卡组', shuffled: '打乱' },
  reviewOrder: '复习',
  reviewOrders: { overdueness: '最模糊的先来', 'due-day': '按到期日' },
  mix: '新卡和复习',
  mixes: { mixed: '混着来', 'new-first': '先新卡', 'new-last': '后新卡' },

  steps: '初学',
  learningSteps: '新卡的学习步骤',
  learningStepsHint: '进入复习前每次隔多久，例如1分钟、10分钟。留空则直接进入复习。',
  relearningSteps: '忘了以后的步骤',
  relearningStepsHint: '例如10分钟。留空则直接回到复习。',
  stepError: {
    unread: (part) => `看不懂“${part}”。请写分钟或小时，例如1分钟、10分钟、2小时。`,
    day: '每一步都要短于一天；一天以上由FSRS来排。',
    short: '每一步至少6秒（0.1分钟）。',
    order: '后一步要比前一步长。',
    many: '最多8步。',
  },
  stepText: (minutes) =>
    minutes < 1
      ? `${Math.round(minutes * 60)}秒`
      : minutes >= 60 && minutes % 30 === 0
        ? `${minutes / 60}小时`
        : `${minutes}分钟`,
  stepJoint: '、',
  learnAhead: '提前学',
  learnAheadHint: '别的都做完了，还在学的卡可以提前这么久出现。',
  minutesUnit: '分钟',

  days7: '一周',
  balanceLoad: '各天匀一匀',
  balanceLoadHint: '在允许的范围里，把卡排到事情少的那天。',
  easyDays: '轻松的日子',
  easyDaysNone: '每天一样',
  easyDaysSome: (days) => `${days.join('、')}少排`,
  easyDaysHint: '新排的日期会在允许的范围里避开这几天。',
  easyDay: { normal: '照常', reduced: '少排', minimum: '尽量不排' },

  siblings: '同一条笔记的卡',
  buryNewSiblings: '新卡推到别的日子',
  buryReviewSiblings: '复习推到别的日子',
  buryHint: '免得一张卡泄露另一张的答案。',

  dayBegins: '一天从几点算起',
  hour: (hour) => `${hour}:00`,
  rolloverHint: '这之前，深夜仍算前一天。',
  rolloverSame: (date, hour) => `今天仍是${date}。以后每天从${hour}算起。`,
  rolloverOther: (from, to, before, after) =>
    `今天会从${from}变成${to}，到期的卡从${number(before)}张变成${number(after)}张。`,
  rolloverApply: (hour) => `改成${hour}`,
  rolloverKeep: (hour) => `仍用${hour}`,

  answers: '作答',
  typing: '填空卡用键盘填',
  typingHint: '只用于有空格要填的卡，只管这台设备。',

  looks: '外观',
  looksHint: '只管这台设备。',
  language: '界面',
  cardLanguage: '卡片',
  languages: { zh: '中文', en: 'English' },
  theme: '明暗',
  themes: { auto: '跟随设备', light: '亮', dark: '暗' },
  textSize: '字号',

  about: '关于',
  version: '版本',
  code: '代码',
  mit: 'MIT许可',
  scheduler: '排期',
  schedulerValue: 'FSRS-6，用ts-fsrs（MIT许可）',
  deck: (title) => `卡组“${title}”`,
  keys: '按键',
  keysHint: '复习时按“?”键。',
  private: '没有账号，没有服务器。除了你自己存的文件，这里的一切都不离开这台设备。',
};
