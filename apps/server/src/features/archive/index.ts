export { answerArchive, answerImport } from './command.ts'
export { archiveRoutes } from './routes.ts'
export { canonicalArchiveRow } from './store.ts'
export type {} from './tables.ts'
