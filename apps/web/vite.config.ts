import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { precompress } from './build/precompress.ts'

const server = process.env.QUANHENG_SERVER ?? 'http://127.0.0.1:8080'

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  plugins: [react(), precompress()],
  // The server writes a fresh nonce for styles here each time it sends the page.
  html: { cspNonce: '__CSP_NONCE__' },
  server: { proxy: { '/api': server } },
  build: {
    outDir: 'dist',
    // Government desktops often carry a vendor browser on an older Chromium.
    target: ['chrome102', 'firefox102', 'safari15.4'],
    // The policy of the server forbids inline scripts and data: scripts.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    chunkSizeWarningLimit: 600,
  },
})
