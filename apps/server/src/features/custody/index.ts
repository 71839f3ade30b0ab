export { custodyRoutes } from './routes.ts'
