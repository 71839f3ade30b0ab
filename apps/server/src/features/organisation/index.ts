export { canonicalPerson, canonicalPost, canonicalSection, canonicalUnit } from './canonical.ts'
export { type Entered, endPostOn, enterPerson, enterPost } from './enter.ts'
export { type OnPosts, watchPosts } from './post-service.ts'
export { type Reachable, reachable } from './reachable.ts'
export { organisationRoutes } from './routes.ts'
export { heldPosts } from './store.ts'
export {
  allFaults,
  checkedForm,
  type Fault,
  markedForm,
  type ReadUpload,
  readForm,
  rowsOf,
  type TableForm,
} from './table/form-table.ts'
export { knownSections, knownUnits } from './table/known.ts'
export type {} from './tables.ts'
