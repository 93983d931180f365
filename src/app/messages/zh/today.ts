import type { today as english } from '../en/today.ts';

export const today: typeof english = {
  title: '今天',
  unit: () => '张待复习',
  parts: (due, learning, fresh) =>
    [
      due > 0 ? `${due}张到期` : '',
      learning > 0 ? `${learning}张还在学` : '',
      fresh > 0 ? `${fresh}张是新卡` : '',
    ]
      .filter((part) => part !== '')
      .join('，') + '。',
  about: '约',
  aboutEnd: '。',
  aboutGuess: '（先粗估，以后按你自己的速度算）。',
  start: '开始复习',
  startKey: '空格',
  five: '只做5分钟',
  fiveName: (cards) => `只做5分钟，${cards}张`,
  done: '今天做完了',
  sealGlyph: '毕',
  doneBody: (tomorrow) => `明天${tomorrow}张。`,
  nothing: '没有到期的卡',
  more: (cards) => `多学${cards}张新卡`,
  overLimit: (cards) => `还有${cards}张留到以后：今天的上限到了。`,
  find: '查找概念或卡片',
  comes: '接下来七天',
  comesSentence: (total, heaviest, lightest) => `共${total}张，${heaviest}最重，${lightest}最轻。`,
  comesNone: '接下来七天还没有到期的卡。',
  day: '日子',
  reviews: '复习',
  todayWord: '今天',
  todayLabel: '今天',
  week: '这一周',
  weekDay: (weekday, answers) => (answers === 0 ? `${weekday}，没有` : `${weekday}，${answers}次`),
  yesterday: (answers, passed, reviewed) =>
    answers === 0
      ? '昨天：没有作答。'
      : reviewed === 0
        ? `昨天：答了${answers}次。`
        : `昨天：答了${answers}次，${reviewed}张复习想起${passed}张。`,
  weekSum: (answers, minutes, passed, reviewed) =>
    reviewed === 0
      ? `七天：答了${answers}次，${minutes}分钟。`
      : `七天：答了${answers}次，${minutes}分钟，${reviewed}张复习想起${passed}张。`,
  streak: (days) => `连续${days}天。`,
  back: {
    title: '回来了',
    body: (waiting, perDay, days) =>
      `${waiting}张在等：一天${perDay}张，${days}天做完，什么都没丢。`,
    accept: (perDay) => `一天${perDay}张`,
    all: '一次全做',
    on: (perDay, until) => `正在补：${until}之前，一天最多${perDay}张。`,
    stop: '不这样了',
  },
  lane: {
    title: (discussion) => `“${discussion}”的计划`,
    left: (left, planned) =>
      left === planned
        ? `今天另有${planned}张，不算平常的复习。`
        : `今天的${planned}张还剩${left}张。`,
    start: (cards) => `复习计划里的${cards}张`,
    done: (planned) => `今天的${planned}张做完了。`,
    nothing: '今天没有安排。',
    working: '正在排今天的部分。',
    open: (days) => (days === 0 ? '就在今天：看预计和计划' : `还有${days}天：看预计和计划`),
    rest: '到期的做完了，还剩计划里的',
  },
  first: {
    title: '把一场演讲记在心里',
    lines: [
      '陆奇2023年讲大模型的演讲，做成一张张卡：先问，再答。',
      '你说想起了多少；快要忘的时候，这张卡就回来。',
      '不用账号，不用服务器，记录只在这台设备上。',
    ],
    language: '语言',
    start: (cards) => `先学${cards}张`,
    restore: '我有另一台设备的备份',
  },
  backupDue: (reviews) => `有${reviews}次作答还没备份。`,
  backupNow: '导出备份',
  languages: { zh: '中文', en: 'English' },
};
