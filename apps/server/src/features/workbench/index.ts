export { collectionOwed, collectionTasks } from './from-collection.ts'
export { planTasks } from './from-plan.ts'
export { scoringTasks } from './from-scoring.ts'
export { type WorkSources, workbenchRoutes } from './routes.ts'
