import { expect, test } from '../app.ts';
import { answer } from '../study.ts';
test('x', async ({ openApp }) => {
  test.setTimeout(90000);
  const app = await openApp({ path: '#/review' });
  const { page } = app;
  await answer(page);
  const session = await app.context.newCDPSession(page);
  const go = (q?: number) => session.send('Storage.overrideQuotaForOrigin', { origin: new URL(page.url()).origin, ...(q ? { quotaSize: q } : {}) });
  const probe = () => page.evaluate(async () => {
    const db = await new Promise<any>((r, j) => { const q = indexedDB.open('probe', 1); q.onupgradeneeded = () => q.result.createObjectStore('a'); q.onsuccess = () => r(q.result); q.onerror = () => j(q.error); });
    return await new Promise<string>((r) => { const t = db.transaction('a', 'readwrite', { durability: 'strict' }); t.objectStore('a').put('x', Math.random()); t.oncomplete = () => { db.close(); r('ok'); }; t.onabort = () => { db.close(); r(String(t.error)); }; });
  }).catch((e) => 'E ' + e.message.slice(0, 100));
  const watch = async (name: string, want: (s: string) => boolean) => {
    const t0 = Date.now(); let s = '';
    for (let i = 0; i < 200; i++) { s = await probe(); if (want(s)) break; await page.waitForTimeout(200); }
    console.log(name, Date.now() - t0, s);
  };
  await go(1);
  await watch('quota1', (s) => s !== 'ok');
  await go();
  await watch('lifted', (s) => s === 'ok');
  await go(1000);
  await watch('quota1000', (s) => s !== 'ok');
  await go();
  await watch('lifted', (s) => s === 'ok');
});
