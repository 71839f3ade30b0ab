export { calendarRoutes } from './routes.ts'
export { workCalendar } from './store.ts'
export type {} from './tables.ts'
