export { type Burden, burdenOf } from './burden-query.ts'
export { burdenRoutes } from './routes.ts'
