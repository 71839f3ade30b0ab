export { custodyRoutes } from './routes.ts'
export { tellOfFaults } from './tell-of-faults.ts'
