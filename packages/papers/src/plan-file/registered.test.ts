import { aPlan } from '@quanheng/testkit/a-plan'
import { expect, test } from 'vitest'
import { type Registered, withRegistered } from './registered.ts'

const registered: Registered = {
  unit: [
    { id: 'lead', names: ['市发展改革委', '市发改委'] },
    { id: 'transport', names: ['市交通局'] },
    { id: 'town', names: ['某镇'] },
    { id: 'other', names: ['某镇（旧）', '市统计局'] },
    { id: 'office', names: ['绩效办'] },
    { id: 'twin', names: ['市统计局'] },
  ],
  section: [
    { id: 'services', names: ['服务业科'] },
    { id: 'supervision', names: ['督导科'] },
  ],
  person: [],
}
const unitsOf = (renamed: Readonly<Record<string, string>>, names: Readonly<Record<string, string>> = {}) => {
  const plan = aPlan()
  const [group] = plan.unitGroups
  if (!group) throw new Error('no group')
  const content = { ...plan, unitGroups: [{ ...group, unitIds: group.unitIds.map((id) => renamed[id] ?? id) }] }
  const { content: read, strangers } = withRegistered({ content, names }, registered)
  return { units: read.unitGroups[0]?.unitIds, strangers: strangers.filter(({ at }) => at.startsWith('unitGroups')) }
}

test('ids that are known stay, names become ids, whether full, short or another installation’s id with its name', () => {
  expect(
    unitsOf({ lead: '市发改委', transport: 'id-of-another', town: '某镇' }, { 'id-of-another': '市交通局' }),
  ).toEqual({
    units: ['lead', 'transport', 'town'],
    strangers: [],
  })
})

test('a name that nobody has, or two have, is told with its place', () => {
  expect(unitsOf({ transport: '市水利局', town: '市统计局' }).strangers).toEqual([
    { at: 'unitGroups[0].unitIds[1]', code: 'plan.unitUnknown', text: '市水利局' },
    { at: 'unitGroups[0].unitIds[2]', code: 'plan.unitAmbiguous', text: '市统计局' },
  ])
})
