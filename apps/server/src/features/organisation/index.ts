export { canonicalPerson, canonicalPost, canonicalSection, canonicalUnit } from './canonical.ts'
export { organisationRoutes } from './routes.ts'
export { heldPosts } from './store.ts'
export type {} from './tables.ts'
