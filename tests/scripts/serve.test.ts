import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Server, fileOf, serve } from '../../scripts/serve.mjs';

describe('the file a path means', () => {
  it.each([
    ['/', '/', 'index.html'],
    ['/a.js', '/', 'a.js'],
    ['/some/path/', '/some/path/', 'index.html'],
    ['/some/path/assets/a.js', '/some/path/', 'assets/a.js'],
    ['/%E8%8C%83.txt', '/', '范.txt'],
  ])('%s under %s: %s', (path, base, file) => {
    expect(fileOf(path, base)).toBe(file);
  });

  it.each([
    ['/../secret', '/'],
    ['/..%2fsecret', '/'],
    ['/%2e%2e/secret', '/'],
    ['/a/%2e%2e/%2e%2e/secret', '/'],
    ['/..\\secret', '/'],
    ['/C:/secret', '/'],
    ['/a%00.js', '/'],
    ['//etc/passwd', '/'],
    ['/.vite/manifest.json', '/'],
    ['/%E0%A4%A', '/'],
    ['/a.js', '/some/path/'],
  ])('%s under %s: none', (path, base) => {
    expect(fileOf(path, base)).toBeNull();
  });
});

describe('the server', () => {
  let root = '';
  let server: Server | null = null;
  beforeAll(async () => {
    root = mkdtempSync(join(tmpdir(), 'fanshi-serve-'));
    mkdirSync(join(root, 'dist', 'assets'), { recursive: true });
    writeFileSync(join(root, 'secret'), 'secret');
    writeFileSync(join(root, 'dist', 'index.html'), '<!doctype html>');
    writeFileSync(join(root, 'dist', 'sw.js'), '');
    writeFileSync(join(root, 'dist', 'manifest.webmanifest'), '{}');
    writeFileSync(join(root, 'dist', 'assets', 'a-AbCd12_-.wasm'), '');
    server = await serve({ folder: () => join(root, 'dist'), port: 0, base: '/some/path/' });
  });
  afterAll(async () => {
    await server?.close();
    rmSync(root, { recursive: true });
  });

  /** Sends the path as it is: fetch would tidy it. */
  const get = (path: string, method = 'GET') =>
    new Promise<{ status: number; headers: Record<string, unknown>; body: string }>(
      (resolve, reject) => {
        const sent = request({ port: server!.port, host: '127.0.0.1', path, method }, (answer) => {
          let body = '';
          answer.setEncoding('utf8').on('data', (chunk: string) => (body += chunk));
          answer.on('end', () =>
            resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body }),
          );
        });
        sent.on('error', reject).end();
      },
    );

  it.each([
    ['', 'text/html; charset=utf-8', 'no-cache'],
    ['sw.js', 'text/javascript; charset=utf-8', 'no-cache'],
    ['manifest.webmanifest', 'application/manifest+json; charset=utf-8', 'no-cache'],
    ['assets/a-AbCd12_-.wasm', 'application/wasm', 'public, max-age=31536000, immutable'],
  ])('gives %s its type and life', async (path, type, life) => {
    const { status, headers } = await get(`/some/path/${path}`);
    expect(status).toBe(200);
    expect(headers).toMatchObject({ 'content-type': type, 'cache-control': life });
  });

  it('leads to the folder, and knows nothing outside it', async () => {
    expect(await get('/some/path')).toMatchObject({
      status: 308,
      headers: { location: '/some/path/' },
    });
    for (const path of [
      '/',
      '/some/path/../../secret',
      '/some/path/%2e%2e/secret',
      '/some/path/x',
    ]) {
      expect(await get(path)).toMatchObject({ status: 404, body: '404\n' });
    }
    expect(await get('/some/path/', 'POST')).toMatchObject({ status: 405 });
    expect(await get('/some/path/', 'HEAD')).toMatchObject({ status: 200, body: '' });
  });

  it('says that a port is taken', async () => {
    expect(await serve({ folder: () => root, port: server!.port })).toBeNull();
  });
});
