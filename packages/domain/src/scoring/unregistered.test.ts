import { expect, test } from 'vitest'
import { unregistered } from './unregistered.ts'

const basis = { kind: 'default' } as const
const credits = { value: { bonusCap: '5', deductionCap: '', proof: '' }, basis }

test.each([
  ['未填', {}, []],
  ['不设', { credits: { value: 'none', basis }, veto: { value: 'none', basis } }, []],
  ['设加减分', { credits, veto: { value: 'none', basis } }, ['credits']],
  ['都设', { credits, veto: { value: { scope: '', effect: '' }, basis } }, ['credits', 'veto']],
] as const)('%s', (_, settings, kinds) => expect(unregistered(settings)).toEqual(kinds))
