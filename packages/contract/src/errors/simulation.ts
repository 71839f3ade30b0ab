import type { SimulationErrorCode } from '@quanheng/domain/simulation/simulate'
import type { ErrorRow } from './error-row.ts'

export const simulationErrors = {
  'simulation.draftUnready': { status: 409, level: 'info' },
  /** This year's facts before they are open to this person. */
  'simulation.notOpen': { status: 403, level: 'warn' },
} as const satisfies Record<SimulationErrorCode | 'simulation.notOpen', ErrorRow>
