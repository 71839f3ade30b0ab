export { checkpointRoutes } from './routes.ts'
