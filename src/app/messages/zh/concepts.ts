import { civilDateOf, type StudyDay } from '../../../domain/day.ts';
import { concepts as english } from '../en/concepts.ts';
import { time } from './time.ts';

const percent = (share: number) => `${Math.round(share * 100)}%`;
const date = (day: StudyDay, today: StudyDay) =>
  civilDateOf(day).year === civilDateOf(today).year ? time.date(day) : time.dateWithYear(day);

export const concepts: typeof english = {
  title: '概念',
  empty: '每个概念记得多牢，现在怎样、哪天会怎样，都会画在这里。学了第一张卡就有。',
  begin: '去今天',
  deck: '卡组',
  view: '看法',
  map: '地图',
  list: '列表',

  date,
  dateLabel: '日期',
  anyDate: '选一天',
  today: '今天',
  tick: (day) => {
    const { month, day: dayOfMonth } = civilDateOf(day);
    return `${month}/${dayOfMonth}`;
  },
  tickWithYear: (day) => {
    const { year, month, day: dayOfMonth } = civilDateOf(day);
    return `${year}/${month}/${dayOfMonth}`;
  },
  discussion: (day, name) => `${concepts.tick(day)} ${name}`,
  heard: (day, average) => `${day}，${average}`,
  average: (share) => `平均${percent(share)}`,
  way: '从今天起',
  ways: { stop: '不复习', goOn: '照常' },
  wayNote:
    '照常：到期的当天都复习，新卡照每天的限额学；每张卡模拟200遍取平均。某天记得多少，指那天复习以前。',
  working: '正在推算照常复习会怎样',

  finding: {
    today: (studied) => `学过的${studied}个概念，现在平均记得`,
    past: (day, studied) => `${day}，那时学过的${studied}个概念平均记得`,
    stop: (day, studied) => `到${day}，若不复习，学过的${studied}个概念平均记得`,
    goOn: (day, studied) => `到${day}，若照常复习，学过的${studied}个概念平均记得`,
  },
  findingEnd: '。',
  noneBegun: (day) => `${day}，这个卡组还没学过哪个概念。`,
  noneBegunNow: '这个卡组还没开始学。',

  steps: '按记得多少分档，选一档就只看这一档',
  ranges: { 0: '', 1: '<60', 2: '60–80', 3: '80–90', 4: '90–95', 5: '≥95' },
  stepName: (step, range, count) =>
    range === '' ? `${step}，${count}个` : `${step}，${range}%，${count}个`,

  mapSentence: (chapters, count, finding) => `概念地图，${chapters}章，${count}个概念。${finding}`,
  mapKeys: '地图上的概念：方向键移动，Enter打开',
  spoken: (name, step, recall) =>
    recall === null ? `${name}，${step}` : `${name}，${step}，${recall}`,
  hours: english.hours,
  mapHead: ['章', '概念', '演讲时间', '记得', '学过'],
  covered: (begun, cards) => `${cards}张里${begun}张`,
  selectHint: '选一个点，看它先要懂什么，容易和什么混淆。',
  links: (needs, near) =>
    [...(needs > 0 ? [`先要懂${needs}个`] : []), ...(near > 0 ? [`容易混淆${near}个`] : [])].join(
      '，',
    ),
  joined: (parts) => parts.filter((part) => part !== '').join('　'),
  rings: '画圈的：实线连着先要懂的，虚线连着容易混淆的。',
  stripNote: '下面一条是演讲的时间，深浅是那几分钟里学过的概念平均记得多少；细色线标出是哪一章。',

  mend: '先补这个',
  mendRest: (count, names) =>
    `有${count}个模糊的概念要先懂它：${names.join('、')}${count > names.length ? `等` : ''}。`,
  mendNone: '模糊的概念里，没有谁是别人要先懂的。',
  mendHint: '模糊：学过，但不到80%。',

  titles: {
    recall: '最先想不起来',
    talk: '照演讲的顺序',
    name: '按名称',
    coverage: '学得最少的在前',
  },
  order: '排序',
  orders: { recall: '弱的在前', talk: '照演讲顺序', name: '按名称', coverage: '学得少的在前' },
  chapter: '章',
  allChapters: '所有章',
  find: '找概念',
  clear: '清空',
  shown: (shown, of) => (shown === of ? `${of}个` : `${of}个里的${shown}个`),
  none: '没有符合的概念。',
  showAll: (count) => `看全部${count}个`,
  standing: (begun, cards, suspended) =>
    `${cards}张卡学过${begun}张${suspended > 0 ? `，另有${suspended}张停用` : ''}`,
  allSuspended: (cards) => `${cards}张卡都停用了`,
  weakestCard: (recall) => `最弱的一张${percent(recall)}`,
  untested: '只读，不出题',
  untestedHint: '它们没有卡，不计入任何数字。',

  broken: '没算完',
  brokenNote: '计算中断了，已有的记录都在。再试一次。',

  curve: '遗忘曲线',
  card: '卡片',
  noCurve: '它的卡答过一次，就有曲线。',
  whyDate: '为什么是这天',
  dueOn: (day) => `${day}到期`,
  dueNow: '现在到期',
  curveSentence: (card, now, desired, due) =>
    `“${card}”：现在${now}${due === null ? '' : `，${due}降到${desired}`}。`,
  curveSuspended: '这张卡停用了，记忆照样在淡。',
  bandNote: (desired) =>
    `色带从${desired}往上，是你想保持的程度：在里面就还没到期。虚线是不复习的预计；模型对单张卡不给出误差范围，所以不画。`,
  keys: {
    recalled: '想起',
    missed: '没想起',
    past: '按模型推算',
    ahead: '不复习',
    desired: '想保持的程度',
  },
  curveHead: ['日期', '回答', '答前预计'],
  rating: { again: '忘了', hard: '吃力', good: '记得', easy: '轻松' },
  ahead: (day) => `${day}，不复习`,
  first: '第一次答',

  history: '一路记得多少',
  historySentence: (from, then, now) => `${from}${then}，现在${now}。`,
  historyHint: '每天结束时各张卡的平均，没学的按0算。学新卡、复习都会让它升高。',
  historyFew: '学过两天才画得出线。',
  historyHead: ['日期', '记得', '学过的卡'],

  needs: '先要懂',
  near: '容易混淆',

  confusions: '把什么当成了什么',
  confusionsHint: '来自复习和自测里选错的、对比错的。',
  tookFor: (taken, asked) => `问“${asked}”，答成“${taken}”`,
  times: (count) => `${count}次`,

  quizzes: '自测过几次',
  quizOn: (day) => time.dateWithYear(day),
  score: (right, asked) => `${right} / ${asked}`,
  scoreName: (right, asked) => `${asked}题答对${right}题`,
};
