export { makeRehearsal, type Rehearsal, type RehearsalMeans } from './routes.ts'
