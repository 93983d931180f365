import type { trouble as english } from '../en/trouble.ts';

export const trouble: typeof english = {
  answer: {
    full: {
      title: '这一张没存上',
      body: '磁盘满了，卡片已放回，先前的记录都在。腾出约20MB再试。',
    },
    stale: {
      title: '这张卡已经变了',
      body: '它在另一个标签页里答过或改过，所以这次不算，那边的记录都在。',
    },
    outdated: {
      title: '另一个标签页用的是新版本',
      body: '这一张没存上，先前的记录都在。刷新后继续。',
    },
    blocked: {
      title: '这一张没存上',
      body: '另一个标签页正在升级存储。关掉其他标签页再试，先前的记录都在。',
    },
    unavailable: {
      title: '这一张没存上',
      body: '浏览器关掉了存储。先前的记录都在，请刷新页面。',
    },
    failed: {
      title: '这一张没存上',
      body: '浏览器没有接收。卡片已放回，先前的记录都在。再试一次，或刷新页面。',
    },
  },
  other: {
    full: { title: '没存上', body: '磁盘满了，其他都没动。腾出约20MB再试。' },
    stale: { title: '它已经变了', body: '另一个标签页抢先改过，这次什么都没写。请再试。' },
    outdated: { title: '另一个标签页用的是新版本', body: '刷新后继续，记录不受影响。' },
    blocked: {
      title: '另一个标签页占着存储',
      body: '新版本要打开存储，旧标签页还没放手。关掉其他的范式标签页即可，记录不受影响。',
    },
    unavailable: {
      title: '存储打不开',
      body: '无痕窗口里，或浏览器不许保存数据时会这样。什么都没有删。请允许网站数据，或换普通窗口，再刷新。',
    },
    failed: {
      title: '没有成功',
      body: '浏览器拒绝了读写。已有的记录都在。再试一次，或刷新页面。',
    },
  },
  words: {
    title: '这一章的文字没读到',
    body: '可能是离线了，本机还没存下这一章。记录都在。联网后再试。',
  },
  clockBehind: {
    title: '时钟对吗？',
    body: '现在的时间比上一次作答早了一天以上。现在作答会记在那个时间上。怎么选记录都不会丢。',
  },
  clockAhead: {
    title: '时钟对吗？',
    body: '按这个时钟，上一次作答是30多天前。如果属实就继续，否则先把时钟调准。怎么选记录都不会丢。',
  },
  clockIsRight: '时钟没错',
  again: '再试一次',
  reload: '刷新',
  backup: '导出备份',
};
