import type { model as english } from '../en/model.ts';

const number = (count: number) => count.toLocaleString('en');
const percent = (share: number) => `${Math.round(share * 100)}%`;
const whole = (share: number) => String(Math.round(share * 100));
const rare = (p: number) => (p >= 0.0001 ? `${Number((100 * p).toPrecision(2))}%` : '不到0.01%');
const minutes = (count: number) => (count < 10 ? count.toFixed(1) : String(Math.round(count)));

export const model: typeof english = {
  title: '预计得准吗？',
  working: '正在读你的记录',
  notEnough: '数据不足',

  said: (predicted, share, low, high) =>
    `它说${percent(predicted)}的时候，你记得${percent(share)}（${whole(low)}–${whole(high)}）。`,
  verdict: {
    'in-line': '对得上。',
    'too-high': '它说高了。',
    'too-low': '你记得比它想的牢。',
  },
  saidFew: (n, needed) =>
    `数据不足：有预计可对照的作答要${number(needed)}次，现在有${number(n)}次。`,
  saidThin: (n) => `数据不足：这${number(n)}次作答散在各档预计里，每档都太少。`,
  saidHint: '出卡时记下的预计，和你后来的作答对照。括号里是95%区间。',
  diagram: '预计与作答',
  diagramSentence: (bins, within) =>
    `预计相近的作答分成${number(bins)}组，其中${number(within)}组与预计相符。`,
  predictedAxis: '预计 %',
  recalledAxis: '记得 %',
  sameLine: '虚线：预计等于实测',
  diagramNote:
    '圆点越大，作答越多；竖线是95%区间。空心：不到30次。就算预计全对，二十条竖线里也会有一条碰不到虚线。',
  binHead: ['预计', '平均', '记得', '95%区间', '次数'],
  bin: (from, to) => `${whole(from)}–${whole(to)}%`,
  interval: (low, high) => `${whole(low)}–${whole(high)}`,
  percent1: (share) => `${(100 * share).toFixed(1)}%`,

  scores: '用数字说',
  scoreHead: { part: '部分', predicted: '预计', recalled: '记得', n: '次数' },
  logLoss: '对数损失',
  rmseBins: 'RMSE（分组）',
  auc: 'AUC',
  overall: '全部',
  period: (from, to) =>
    from === 0 ? `近${to + 1}天` : to === Infinity ? '一年以前' : `${from}–${to}天前`,
  periods: '按时间',
  chapters: '按章节',
  retired: (n) => `${number(n)}次作答的卡已不在任何卡组里：算进上面的总数，不归任何一章。`,
  whatScores: '这些数字是什么意思',
  scoreWords: [
    '对数损失：给实际结果的概率取 −ln，再求平均，越小越好。十次对九次、每次都预计90%的人是0.33。',
    'RMSE（分组）：把间隔天数、复习次数、忘记次数相近的作答分成组，看各组预计与实测平均差多少，越小越好。按fsrs-rs的定义，每次作答分量相同。',
    'AUC：一张记得的卡和一张忘了的卡相比，记得的那张预计更高的比例；50%等于瞎猜。',
    '满30次才给比例，满100次才给分数。',
  ],
  leftTitle: '没算进去的',
  left: {
    first: (n) => `新卡的第一次作答${number(n)}次：没有预计可言`,
    sameDay: (n) => `同一天里重做的${number(n)}次`,
    unpredicted: (n) => `没有存下预计的${number(n)}次，例如导入的`,
    oneSided: (n) => `自测里只有答错才算数的${number(n)}次`,
    practice: (n) => `只当练习的${number(n)}次`,
  },
  nothingLeft: '全都算进去了。',

  leeches: '老是忘的卡',
  leechHint: (tested, level) =>
    `忘得比预计多的卡。一共检验${number(tested)}张；如果预计句句属实，这里列出过任何一张的可能不超过${percent(level)}（泊松二项检验；卡多按Holm校正，每忘一次看一次也校正过）。`,
  noLeeches: '没有。每张卡忘的次数都和预计差不多。',
  noTested: '数据不足：还没有哪张卡有带预计的作答。',
  leechTooHigh: '模型对你所有的卡都说高了。先让它学一学你，这里的卡也许会少几张。',
  leechFacts: (misses, answers, expected, p) =>
    `最近${number(answers)}次里忘了${number(misses)}次，预计是${expected.toFixed(1)}次。纯属碰巧的可能：${rare(p)}。`,
  leechTodo: '可以试试：用自己的话重写，拆成两张，或者回到出处再看一遍。',
  leechNear: '放在一起比',
  leechNearGap: '：',
  leechNearJoint: '、',
  sourceAt: (place, around) => (around ? `讲座约${place}处` : `讲座${place}处`),
  andMore: (count) => `全部${number(count)}张`,

  optimise: '让模型学一学我',
  optimiseHint:
    '用你较早的五分之四作答训练FSRS的21个参数，再用它没见过的最后五分之一来评判。你点头之前什么都不改。',
  train: '开始训练',
  trainAgain: '再训练一次',
  cancel: '取消',
  training: {
    reading: '正在读你的记录',
    training: '正在训练',
    judging: '正在用没见过的作答评判',
  },
  trainingNote: '就在这台设备上算。离开这一页，训练就停。',
  tooFew: (trained, judged, needTrained, needJudged) =>
    `数据不足。训练要${number(needTrained)}次作答，评判还要之后几天的${number(needJudged)}次；现在有${number(trained)}次和${number(judged)}次。`,
  noGain: (judged) =>
    `没有长进：在后来的${number(judged)}次作答上，现在的参数一样准，甚至更准。那就不换。`,
  gain: (judged, from, to) =>
    `在它没见过的${number(judged)}次作答上，对数损失从${from.toFixed(4)}降到${to.toFixed(4)}。`,
  sureGain: '碰巧做不到这样。',
  unsureGain: '差得这么少，也可能是碰巧。',
  fitHead: ['指标', '现在的', '训练出的'],
  trainedOn: (trained, judged, date) =>
    `用${number(trained)}次作答训练，用${date}起的${number(judged)}次评判。`,
  effect: (earlier, later) =>
    `如果日期也跟着改，${number(earlier)}张会提前，${number(later)}张会推后。`,
  effectToday: (change) =>
    change === 0
      ? '今天不变。'
      : change > 0
        ? `今天会多${number(change)}张。`
        : `今天会少${number(-change)}张。`,
  effectNote: '预计马上按新的来，日期要你点了才改。',
  use: '用训练出的参数',
  discard: '不用',
  broken: '训练中断了',
  brokenNote: '记录和参数都和原来一样。再试一次，或刷新页面。',
  kept: '用过的参数',
  keptDefault: 'FSRS-6的默认值',
  keptAt: (date) => `${date}选的`,
  inForce: '正在用',
  goBack: '用这一组',
  goBackTo: (name) => `用这一组：${name}`,
  showWeights: '21个数',
  saved: { weights: '参数已换上。', desired: '已保存。' },
  moved: (cards) => `改了${number(cards)}张的日期。`,
  tookBack: '已撤回。',
  undo: '撤销',
  offerTitle: '已经排好的日期也跟着改？',
  offerOtherwise: '不改的话，每张卡等下次复习时再按新的来。',
  move: '跟着改',
  leave: '不改',

  workload: '目标记忆率的代价',
  workloadHint: (cards, fresh) =>
    `拿你的${number(cards)}张卡${fresh === 0 ? '' : `（其中${number(fresh)}张还没开始）`}，按每种目标记忆率模拟一年。哪种最好，要看你的时间值多少。`,
  nothingToSimulate: '数据不足：没有学过的卡，也没有在等的新卡。',
  costAxis: '每天分钟',
  heldAxis: '一年后记得的卡',
  now: '现在',
  workloadSentence: (desired, cost, held) =>
    `照现在的${percent(desired)}，每天约${minutes(cost)}分钟，一年后记得${number(Math.round(held))}张。`,
  workloadHead: ['目标', '每天次数', '每天分钟', '记得的卡'],
  workloadNote: '这是模型估的。没算进去的：复习上限、轻松的日子、匀开、同一条笔记的卡、放假。',
  guessPace: '满30次记得、30次忘了之前，每次用时是先估的。',
  guessRatings: '开始学满50张之前，第一次的评分是先估的。',
  choose: '看看别的',
  chosen: (desired, reviews, cost, held) =>
    `${percent(desired)}：每天约${number(Math.round(reviews))}次、${minutes(cost)}分钟，一年后记得${number(Math.round(held))}张。`,
  against: (cost, held) =>
    `比现在每天${cost < 0 ? '少' : '多'}${minutes(Math.abs(cost))}分钟，${held < 0 ? '少' : '多'}记得${number(Math.abs(Math.round(held)))}张。`,
  takeDesired: (desired) => `改成${percent(desired)}`,
  keepDesired: (desired) => `仍用${percent(desired)}`,
  minutes,
  reviews: (count) => number(Math.round(count)),
};
