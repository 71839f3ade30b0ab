export { hashPassword } from '../../platform/session/password.ts'
export { accountRoutes } from './routes.ts'
export type {} from './tables.ts'
