import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import react from '@vitejs/plugin-react';
import type { Plugin } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';
import { defineConfig } from 'vitest/config';
import { decksPlugin } from './src/decks/vitePlugin.ts';

const { version } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8')) as {
  version: string;
};

/** Which build this is: as told, else the commit, else `dev`. */
function buildId(): string {
  if (process.env['FANSHI_BUILD_ID']) return process.env['FANSHI_BUILD_ID'];
  try {
    return execFileSync('git', ['rev-parse', '--short', 'HEAD'], {
      cwd: import.meta.dirname,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();
  } catch {
    return 'dev';
  }
}

const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  // The optimiser is WebAssembly.
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self' blob: data:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

const APP_VERSION = `${version}+${buildId()}`;

/**
 * The built page carries its policy and its version; the development server needs inline scripts
 * and has no policy.
 */
function pageHead(): Plugin {
  return {
    name: 'fanshi-page-head',
    apply: 'build',
    transformIndexHtml: () => [
      {
        tag: 'meta',
        attrs: { 'http-equiv': 'Content-Security-Policy', content: CONTENT_SECURITY_POLICY },
        injectTo: 'head-prepend',
      },
      { tag: 'meta', attrs: { name: 'version', content: APP_VERSION }, injectTo: 'head' },
    ],
  };
}

/** The whole app is kept for offline use; a new version waits until it is asked for. */
function offline() {
  return VitePWA({
    registerType: 'prompt',
    strategies: 'generateSW',
    injectRegister: false,
    manifest: {
      name: '范式 Fanshi',
      short_name: '范式',
      description: '把一场讲座的想法记住。Keep the ideas of a talk in your head.',
      lang: 'zh-Hans',
      dir: 'ltr',
      start_url: './',
      scope: './',
      display: 'standalone',
      theme_color: '#F9FBFB',
      background_color: '#F9FBFB',
      categories: ['education'],
      icons: [
        { src: 'logo.svg', sizes: 'any', type: 'image/svg+xml' },
        { src: 'icon-192.png', sizes: '192x192', type: 'image/png' },
        { src: 'icon-512.png', sizes: '512x512', type: 'image/png' },
        { src: 'icon-maskable.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
      ],
    },
    includeManifestIcons: false,
    workbox: {
      globPatterns: ['**/*.{js,css,html,svg,png,json,txt,wasm}'],
      navigateFallback: 'index.html',
      cleanupOutdatedCaches: true,
      clientsClaim: true,
      skipWaiting: false,
      inlineWorkboxRuntime: true,
      sourcemap: false,
    },
  });
}

export default defineConfig({
  base: './',
  // Its entry point wraps the ES5 build; the modern one is smaller and there is no second copy.
  resolve: { alias: [{ find: /^dexie$/, replacement: 'dexie/dist/modern/dexie.mjs' }] },
  plugins: [react(), decksPlugin(), pageHead(), offline()],
  define: { __APP_VERSION__: JSON.stringify(APP_VERSION) },
  worker: { format: 'es' },
  build: {
    target: 'es2022',
    sourcemap: false,
    manifest: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
  },
  test: {
    testTimeout: 20_000,
    // All cores: it would leave one idle, which of two is half.
    maxWorkers: '100%',
    setupFiles: ['tests/setup.ts'],
    projects: [
      {
        extends: true,
        test: {
          name: 'node',
          environment: 'node',
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: ['tests/{ui,app,e2e}/**'],
        },
      },
      {
        extends: true,
        test: {
          name: 'dom',
          environment: 'happy-dom',
          include: ['tests/{ui,app}/**/*.test.{ts,tsx}'],
        },
      },
    ],
  },
});
