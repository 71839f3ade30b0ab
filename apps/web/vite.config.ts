import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { checker } from './build/checker.ts'
import { noScrollLock } from './build/no-scroll-lock.ts'
import { precompress } from './build/precompress.ts'

const server = process.env.QUANHENG_SERVER ?? 'http://127.0.0.1:8080'

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  plugins: [react(), noScrollLock(), checker(), precompress()],
  // The server writes a fresh nonce for styles here each time it sends the page.
  html: { cspNonce: '__CSP_NONCE__' },
  // The server holds a change's Origin against its Host, so the proxy must not rewrite it.
  server: { proxy: { '/api': { target: server, changeOrigin: false } } },
  build: {
    outDir: 'dist',
    // Government desktops often carry a vendor browser on an older Chromium.
    target: ['chrome102', 'firefox102', 'safari15.4'],
    // The policy of the server forbids inline scripts and data: scripts.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    chunkSizeWarningLimit: 800,
    rolldownOptions: {
      // Tables of words are plain objects: spreading one runs nothing, so what nobody reads may go.
      treeshake: { propertyReadSideEffects: false },
      output: {
        // Few requests for the first page: what every page needs is one file for each step of main.tsx, what antd's controls share
        // another. A group takes what its modules import along with them.
        codeSplitting: {
          groups: [
            { name: 'start', tags: ['$initial'], priority: 4 },
            { name: 'react', test: /\/react-dom\/client/, priority: 3 },
            { name: 'looks', test: /\/src\/app\/Looks\.tsx$/, priority: 2 },
            { name: 'base', test: /\/src\/app\/App\.tsx$/, priority: 1 },
            { name: 'field', test: /@rc-component\/(?:input|textarea|form)|antd\/es\/(?:input|form|_util)/ },
            { name: 'page', test: /\/src\/shared\/(?:page|state|figure|form|secrecy|history|approval)\// },
            {
              name: 'table',
              test: /\/src\/shared\/table\/(?!RowDrawer|DayFilter)|antd\/es\/select|@rc-component\/select/,
            },
          ],
        },
      },
    },
  },
})
