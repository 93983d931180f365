/** A static server for the built app. */
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, resolve, sep } from 'node:path';

const TYPES = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.woff2': 'font/woff2',
  '.xml': 'application/xml; charset=utf-8',
};

/** Names under assets/ carry a hash of their content, so they never change. */
const HASHED = /^assets\/.+-[\w-]{8,}\.\w+$/;

/**
 * The file of `folder` that a request path means, relative to it, or null. Hidden files, and
 * whatever leaves the folder, are never meant.
 * @param {string} path path of the URL, still percent-encoded
 * @param {string} base begins and ends with a slash
 * @returns {string | null}
 */
export function fileOf(path, base) {
  let decoded;
  try {
    decoded = decodeURIComponent(path);
  } catch {
    return null;
  }
  if (!decoded.startsWith(base)) return null;
  const name = decoded.slice(base.length);
  if (/[\\\0:]/.test(name)) return null;
  if (
    name
      .split('/')
      .some((part, i, all) => part.startsWith('.') || (part === '' && i < all.length - 1))
  )
    return null;
  return name === '' || name.endsWith('/') ? `${name}index.html` : name;
}

/**
 * Answers requests with the files of `folder()`.
 * @param {() => string} folder asked anew at each request
 * @param {string} [base]
 * @returns {import('node:http').RequestListener}
 */
export function files(folder, base = '/') {
  return async (request, response) => {
    const say = (status, headers = {}) => {
      response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8', ...headers });
      response.end(request.method === 'HEAD' ? undefined : `${status}\n`);
    };
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      return say(405, { allow: 'GET, HEAD' });
    }
    const path = (request.url ?? '/').split(/[?#]/, 1)[0];
    if (`${path}/` === base) return say(308, { location: base });
    const name = fileOf(path, base);
    if (name === null) return say(404);
    const root = resolve(folder());
    const file = join(root, name);
    if (!file.startsWith(root + sep)) return say(404);
    const found = await stat(file).catch(() => null);
    if (!found?.isFile()) return say(404);
    response.writeHead(200, {
      'content-type': TYPES[extname(file).toLowerCase()] ?? 'application/octet-stream',
      'content-length': found.size,
      'cache-control': HASHED.test(name) ? 'public, max-age=31536000, immutable' : 'no-cache',
      'x-content-type-options': 'nosniff',
    });
    if (request.method === 'HEAD') return response.end();
    createReadStream(file)
      .on('error', () => response.destroy())
      .pipe(response);
  };
}

/** Listens, or answers with the error. */
function listen(server, port, host) {
  return new Promise((done) => {
    server.once('error', done);
    server.listen(port, host, () => {
      server.off('error', done);
      done(null);
    });
  });
}

/**
 * Serves on this machine only, by both of localhost's addresses where it has two.
 * @param {{ folder: () => string, port: number, base?: string }} options port 0: any free one
 * @returns {Promise<{ port: number, close: () => Promise<void> } | null>} null: the port is taken
 */
export async function serve({ folder, port, base = '/' }) {
  const open = [];
  const close = async () => {
    await Promise.all(
      open.map(
        (server) =>
          new Promise((done) => {
            server.close(done);
            server.closeAllConnections();
          }),
      ),
    );
  };
  let at = port;
  for (const host of ['127.0.0.1', '::1']) {
    const server = createServer(files(folder, base));
    const error = await listen(server, at, host);
    if (error === null) {
      open.push(server);
      at = server.address().port;
    } else if (error.code === 'EADDRINUSE' || error.code === 'EACCES') {
      await close();
      return null;
    } else if (host === '127.0.0.1') {
      throw error;
    }
  }
  return { port: at, close };
}
