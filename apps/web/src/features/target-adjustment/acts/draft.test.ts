import { describe, expect, test } from 'vitest'
import type { Adjustment, Choice } from '../adjustment.ts'
import { asked, blankOf, type Draft, draftOf, itemsFor, rulesFor } from './draft.ts'

const item = (key: string, target: string | null, alone: boolean) => ({
  key,
  name: key,
  fullMark: '5',
  target,
  leadName: '发展改革局',
  alone,
})
const choice: Choice = {
  planId: 'p',
  title: '方案',
  unitId: 'u',
  unitName: '交通运输局',
  lastDay: null,
  open: true,
  items: [item('firms', '8', false), item('road', null, true)],
  branches: [{ key: 'services', name: '服务业' }],
  leaves: [],
  hasBonus: false,
}
const draft = (kind: Draft['kind'], more: Partial<Draft> = {}): Draft => ({ ...blankOf(kind), ...more })

describe('what is typed becomes what is asked', () => {
  test('nothing is sent before an item is chosen, nor another lead unit before it is named', () => {
    expect(asked(draft('target', { target: '6' }), choice)).toBeUndefined()
    expect(asked(draft('owner', { leafKey: 'firms' }), choice)).toBeUndefined()
    expect(asked(draft('target', { leafKey: 'firms', target: '6' }), choice)).toEqual({
      kind: 'target',
      leafKey: 'firms',
      target: '6',
    })
  })

  test('an item without a target is offered for everything but its target', () => {
    expect(itemsFor('target', choice).map(({ key }) => key)).toEqual(['firms'])
    expect(asked(draft('target', { leafKey: 'road', target: '6' }), choice)).toBeUndefined()
    expect(itemsFor('dropped', choice)).toHaveLength(2)
  })

  test('marks give way only where nobody else carries the item; taken from an indicator, it has to be named', () => {
    const taken = { marksBy: 'takenFrom', marksLeafKey: '' } as const
    expect(asked(draft('dropped', { leafKey: 'firms', ...taken }), choice)).toMatchObject({ marks: { by: 'scaled' } })
    expect(asked(draft('dropped', { leafKey: 'road', ...taken }), choice)).toBeUndefined()
    expect(asked(draft('dropped', { leafKey: 'road', ...taken, marksLeafKey: 'firms' }), choice)).toMatchObject({
      marks: { by: 'takenFrom', leafKey: 'firms' },
    })
  })

  test('a bonus is offered for an added item alone, and only where the year gives any', () => {
    expect(rulesFor('added', choice)).not.toContain('bonus')
    expect(rulesFor('added', { ...choice, hasBonus: true })).toContain('bonus')
    expect(rulesFor('dropped', { ...choice, hasBonus: true })).not.toContain('bonus')
    expect(asked(draft('added', { marksBy: 'bonus' }), choice)).toMatchObject({ marks: { by: 'scaled' } })
  })

  test('a stored request is read back as it was', () => {
    const stored: Adjustment['request']['adjusted'][] = [
      { kind: 'target', leafKey: 'firms', target: '6' },
      { kind: 'dropped', leafKey: 'road', marks: { by: 'takenFrom', leafKey: 'firms' } },
      { kind: 'owner', leafKey: 'firms', leadUnitId: 'other' },
      {
        kind: 'added',
        marks: { by: 'scaled' },
        item: {
          parentKey: null,
          name: '新',
          fullMark: '2',
          task: '',
          target: '',
          completionStandard: '',
          sentence: '',
        },
      },
    ]
    for (const adjusted of stored) {
      const read = draftOf({ request: { adjusted }, newLeadName: '水利局' } as unknown as Adjustment)
      expect(asked(read, choice)).toEqual(adjusted)
    }
  })
})
