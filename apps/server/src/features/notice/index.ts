export { type NoticeIndicator, noticeIndicators } from './indicators.ts'
export { noticeRoutes } from './routes.ts'
export type {} from './tables.ts'
