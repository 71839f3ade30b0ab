import type { Breach, BreachCode } from '@quanheng/domain/organisation/separation'

export const separationLabels = {
  sameBy: { phone: 'phone', mail: 'mail' },
  breach: {
    bothSignatures: 'give both signatures on one score sheet',
    ownUnit: 'sign scores of a unit in which they hold a post',
    drawAndWitness: 'draw a sample and witness it',
    registerAndConfirm: 'register and confirm one paper signature',
    twoSides: 'be administrator and hold another post',
  },
} as const satisfies {
  readonly sameBy: Record<Breach['sameBy'], string>
  readonly breach: Record<BreachCode, string>
}
