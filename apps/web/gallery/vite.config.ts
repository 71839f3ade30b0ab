import { fileURLToPath } from 'node:url'
import { mergeConfig, type Plugin } from 'vite'
import product from '../vite.config.ts'

/** The door and the gallery's pages instead of the features of the product, in this build only. */
const withGallery: Plugin = {
  name: 'quanheng:gallery',
  enforce: 'pre',
  transform(code, id) {
    if (!id.endsWith('/src/app/features.ts')) return undefined
    const feature = fileURLToPath(new URL('feature.ts', import.meta.url))
    const joined = code
      .replace('../features/*/index.ts', '../features/account/index.ts')
      .replace('Object.values(found)', '[...Object.values(found), gallery]')
    if (!joined.includes('gallery') || !joined.includes('account'))
      throw new Error('app/features.ts no longer joins its features as the gallery expects')
    return `import { feature as gallery } from ${JSON.stringify(feature)}\n${joined}`
  },
}

export default mergeConfig(product, { plugins: [withGallery], build: { outDir: 'gallery/dist', emptyOutDir: true } })
