import type { backup as english } from '../en/backup.ts';

const number = (count: number) => count.toLocaleString('en');
const UNCHANGED = '什么都没有改动。';

export const backup: typeof english = {
  title: '数据',
  joint: '',
  kept: '存在这个浏览器里',
  keptGranted: '浏览器答应了：你自己不删，记录就一直在。',
  keptRefused: '浏览器没有答应一直保存：磁盘满了，它可能会删掉记录。备份最稳妥。',
  keptUnknown: '这个浏览器不说会保存多久。备份最稳妥。',
  ask: '请浏览器一直保存',
  asking: '正在问浏览器',
  askRefused: '它没有答应。常用的或装到桌面的网站，浏览器往往才肯答应，过些时候再问。',
  week: '七天不打开，Safari会删掉网站存的东西。把范式加到主屏幕或程序坞，或者做备份。',
  privateWindow: '可用的空间很小：这可能是无痕窗口，窗口一关，什么都没了。',
  room: (used, quota) => `用了${used}，浏览器大约允许${quota}。`,
  bytes: (bytes) =>
    bytes < 1e6
      ? `${Math.ceil(bytes / 1e3)}kB`
      : bytes < 1e9
        ? `${Math.round(bytes / 1e6)}MB`
        : `${Math.round(bytes / 1e9)}GB`,

  backup: '备份',
  last: (date, since) =>
    `上次备份：${date}。${since === 0 ? '之后没有新的复习。' : `之后又有${number(since)}次复习。`}`,
  never: (reviews) => (reviews === 0 ? '还没有备份。' : `${number(reviews)}次复习，还没有备份。`),
  what: '你做过的一切都在一个文件里：作答、设置、撤销。',
  now: '现在备份',
  writing: '正在写入并读回核对',
  verified: (events, name) => `已存好并核对：${number(events)}条记录，在下载里的${name}。`,
  verifiedInFile: (events, name) => `已存好并核对：${number(events)}条记录，在${name}。`,

  automatic: '自动备份',
  automaticOff: '选一次文件，最好放在会同步的文件夹里。每多20次复习，就写一次。',
  automaticOn: (name) => `写进${name}，每多20次复习写一次。`,
  automaticNot: '这个浏览器不能自己写文件。每过100次复习，今天页会提醒。',
  choose: '选文件',
  chooseOther: '换个文件',
  stop: '停掉',
  lapsed: (name) => `写${name}之前，浏览器要再问你一次。`,
  allow: '允许并写入',
  fileKind: '范式备份',
  reminder: (reviews) => `有${number(reviews)}次复习还没备份。`,

  restore: '恢复与合并',
  restoreHint: '备份会并入现有的记录，不覆盖，也不重复。',
  pick: '选备份文件',
  reading: '正在读备份',
  restoring: '正在并入',
  preview: '备份里有什么',
  written: (date) => `写于${date}。`,
  holds: (reviews, cards, events) =>
    `${number(cards)}张卡，${number(reviews)}次复习，共${number(events)}条记录。`,
  from: (first, last) => (first === last ? `${first}的。` : `从${first}到${last}。`),
  fresh: (fresh, here) =>
    fresh === 0
      ? '这里都已经有了。'
      : here === 0
        ? '对这里来说都是新的。'
        : `其中${number(fresh)}条是新的，${number(here)}条这里已经有了。`,
  cloned: (events) => `有${number(events)}条来自这份记录的一个副本，后来各走各的。两边都会保留。`,
  merge: (events) => `并入${number(events)}条`,
  done: (events) => `并入了${number(events)}条，原有的都没动。`,
  nothingNew: '这里都已经有了，什么都没有改动。',

  move: '换到另一台设备',
  moveHow:
    '在这里备份，把文件带过去，在那边打开范式，在“恢复与合并”里选它。两边都用也行：随时把一边的备份带到另一边，两边就都齐了。',

  erase: '全部删除',
  eraseHint: '这台设备上的所有作答和设置。外观不变。',
  eraseTitle: '全部删除？',
  eraseWhat: (reviews) =>
    reviews === 0
      ? '将删除这台设备上的全部记录，不能恢复。'
      : `将删除这台设备上的${number(reviews)}次复习，不能恢复。`,
  eraseFirst: '先导出备份？',
  eraseFile: '自动备份的文件留着不动，以后也不再写它。',
  eraseWord: '删除',
  eraseType: '输入“删除”二字',
  eraseGo: '删除',
  eraseNot: '先输入这两个字',
  erased: '已全部删除。这台设备从头开始。',
  trouble: {
    empty: { title: '这个文件是空的', body: `请选别的文件。${UNCHANGED}` },
    foreign: { title: '这不是范式的备份', body: `备份的名字像fanshi-….jsonl.gz。${UNCHANGED}` },
    zip: {
      title: '这是个zip文件，也许是Anki的卡组',
      body: `范式的备份名字像fanshi-….jsonl.gz。${UNCHANGED}`,
    },
    newer: {
      title: '这份备份是更新的范式写的',
      body: `刷新页面，换上最新版本，再选一次。${UNCHANGED}`,
    },
    truncated: {
      title: '这份备份不完整',
      body: `后面少了一截，可能是下载或复制时断了。请重新取一次，或选别的备份。${UNCHANGED}`,
    },
    garbled: {
      title: '这份备份坏了',
      body: `它少了一截，或有些字节和当初写的不一样。请重新取一次，或选别的备份。${UNCHANGED}`,
    },
    line: {
      title: '这份备份被改过，或者坏了',
      body: `其中有一行读不懂。请选别的备份。${UNCHANGED}`,
    },
    digest: {
      title: '这份备份被改过，或者坏了',
      body: `里面的内容和它自己的校验对不上。请选别的备份。${UNCHANGED}`,
    },
    'too-large': { title: '备份不会有这么大', body: `所以不再往下读。${UNCHANGED}` },
    unreadable: {
      title: '文件读不出来',
      body: `选中之后它可能被移动或改动过。请再选一次。${UNCHANGED}`,
    },
    unsupported: {
      title: '这个浏览器做不到',
      body: `请更新浏览器，或先解开文件，选里面的.jsonl。${UNCHANGED}`,
    },
    unwritable: {
      title: '备份没写成',
      body: '磁盘可能满了，或文件不在原处。先前的备份没有动，记录也都在。请腾出空间，或换个文件。',
    },
    lapsed: {
      title: '浏览器不让写这个文件',
      body: '记录都在，只是备份在等。请允许写入，或换个文件。',
    },
    unverified: {
      title: '这份备份没通过核对',
      body: '读回来的和写进去的不一样，所以不算数。记录都在。请再试一次，或存到别处。',
    },
  },
};
