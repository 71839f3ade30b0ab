export type { OnCreditsMoved } from './act-on-credit.ts'

export { creditNouns } from './canonical.ts'
export { countedOf } from './counted.ts'
export { creditRoutes } from './routes.ts'
export { creditSights } from './sights.ts'
export { creditsOfPlan } from './store.ts'
export type {} from './tables.ts'
export { creditTasksOf } from './tasks.ts'
