import type { ReplyOf } from '@quanheng/contract/route'
import type { listSimulationGrounds, showSimulation } from '@quanheng/contract/simulation'
import type { Tone } from '../../../shared/state/StateTag.tsx'

export type Ground = ReplyOf<typeof listSimulationGrounds>['rows'][number]
type Simulation = ReplyOf<typeof showSimulation>
export type SimulatedUnit = Simulation['units'][number]
export type SimulatedLeaf = Simulation['leaves'][number]

/** Everybody scored has it in full. */
export const isSaturated = ({ to }: SimulatedLeaf): boolean => to !== null && to.scored > 0 && to.full === to.scored

/** Everybody scored has the same share of it. */
export const isAlike = ({ to }: SimulatedLeaf): boolean => to?.alike === true

export const directionTone: Readonly<Record<SimulatedUnit['direction'], Tone>> = {
  rises: 'done',
  falls: 'stop',
  stays: 'waiting',
  unknown: 'heed',
}
