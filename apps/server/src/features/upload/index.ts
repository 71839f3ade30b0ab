export { isProgram, isWhatItSays, mediaTypeOf } from './media-type.ts'
export { fileLimit, uploadRoutes } from './routes.ts'
