export { verificationClosed } from './closed.ts'
export { recordOfDraw } from './draw-record.ts'
export { nextPeople } from './next-people.ts'
export { verificationRoutes } from './routes.ts'
export {
  canonicalLoaded as canonicalVerification,
  type LoadedVerification,
  ofSheets,
  verificationById,
} from './store.ts'
export type {} from './tables.ts'
export { type VerificationTask, verificationTasksOf } from './tasks.ts'
