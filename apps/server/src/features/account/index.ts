export { hashPassword } from '../../platform/session/password.ts'
export { accountRoutes } from './routes.ts'
export type { CredentialTable } from './tables.ts'
