import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import type { Plugin } from 'vite'

const compressible = /\.(?:js|css|html|svg|json|txt)$/
/** Below this the headers cost more than the saving. */
const smallest = 700

/** Writes `<file>.gz` and `<file>.br` beside every text file of the build, so that the server never compresses while it answers. */
export const precompress = (): Plugin => {
  let folder = ''
  return {
    name: 'quanheng:precompress',
    apply: 'build',
    configResolved(config) {
      folder = resolve(config.root, config.build.outDir)
    },
    async closeBundle() {
      const names = await readdir(folder, { recursive: true })
      for (const name of names.filter((entry) => compressible.test(entry))) {
        const bytes = await readFile(join(folder, name))
        if (bytes.length < smallest) continue
        await writeFile(join(folder, `${name}.gz`), gzipSync(bytes, { level: 9 }))
        await writeFile(
          join(folder, `${name}.br`),
          brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }),
        )
      }
    },
  }
}
