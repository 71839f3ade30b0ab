import type { Feature, PageRoute } from '../shared/route/feature.ts'

/** Every `features/<noun>/index.ts` is part of the product; its pages are loaded only when somebody goes there. */
const found = import.meta.glob<Feature>('../features/*/index.ts', { eager: true, import: 'feature' })

const features: readonly Feature[] = Object.values(found)

export const pages: readonly PageRoute[] = features.flatMap((feature) => feature.routes)

/** Loaded as the help drawer opens. */
export const helpParts = features.flatMap((feature) => (feature.help ? [feature.help] : []))

export const headerParts = features.flatMap((feature) => (feature.header ? [feature.header] : []))
