import type { Gate, GateEffect } from '../plan/year-arithmetic.ts'
import type { Veto } from './model.ts'

/** The gates that stand against one unit, taken apart by what they touch. */
export interface StandingGates {
  readonly listed: readonly { readonly gateKey: string; readonly effect: GateEffect }[]
  readonly withheld: ReadonlySet<string>
  readonly noBonus: boolean
  readonly unranked: boolean
  /** 直接定为; of several the worst decides, see grades. */
  readonly gradeIs: readonly string[]
  readonly gradeAtMost: readonly string[]
}

/** In the plan's order of gates. Throws on a gate that the plan does not have. */
export function standingGates(vetoes: readonly Veto[], gates: readonly Gate[]): StandingGates {
  const lost = vetoes.find(({ gateKey }) => !gates.some(({ key }) => key === gateKey))
  if (lost) throw new RangeError(`no such gate: ${lost.gateKey}`)
  const listed = gates.flatMap(({ key, effect }) =>
    vetoes.some(({ gateKey }) => gateKey === key) ? [{ gateKey: key, effect }] : [],
  )
  const effects = listed.map(({ effect }) => effect)
  return {
    listed,
    withheld: new Set(effects.flatMap((effect) => (effect.kind === 'nodeZero' ? [effect.nodeKey] : []))),
    noBonus: effects.some(({ kind }) => kind === 'noBonus'),
    unranked: effects.some(({ kind }) => kind === 'unranked'),
    gradeIs: effects.flatMap((effect) => (effect.kind === 'gradeIs' ? [effect.grade] : [])),
    gradeAtMost: effects.flatMap((effect) => (effect.kind === 'gradeAtMost' ? [effect.grade] : [])),
  }
}
