export { remarkRoutes } from './routes.ts'
export { canonicalRemarkRow, openRemarks, remarkSights } from './store.ts'
export { subjectName as remarkSubjectName } from './subject.ts'
export type {} from './tables.ts'
