export { type ActWords, actHeads, actWords, headColumns, headOf } from './heads.ts'
export { actRoutes } from './routes.ts'
