import { describe, expect, it } from 'vitest'
import { type PostKind, postKinds } from '../ability/posts.ts'
import { sources } from './datum.fixture.ts'
import { type DatumPlaces, sidesOf } from './standing.ts'

const scorers = [{ unitId: 'lead', sectionId: 'investment' }]

/** Every post in a unit (and section) that stands somewhere, as `post: sides`. */
const standing = (places: DatumPlaces, unitId: string, sectionId?: string): readonly string[] =>
  postKinds.flatMap((kind: PostKind) => {
    const sides = sidesOf({ kind, unitId, ...(sectionId && { sectionId }) }, places)
    return sides.length === 0 ? [] : [`${kind}: ${sides.join(' ')}`]
  })

const own: DatumPlaces = { unitId: 'transport', source: sources.appraisedUnit, scorers }

describe('谁与一项数据有关', () => {
  it('被考核单位自己的职务，只在被问一边；绩效办在评分一边', () => {
    expect(standing(own, 'transport')).toEqual([
      'officeDirector: scoring',
      'officeStaff: scoring',
      'principal: asked',
      'unitReporter: asked',
      'unitHead: asked',
      'unitAdmin: asked',
    ])
  })

  it('评分科室的人在评分一边，别的科室、别的单位都没有', () => {
    const office = ['officeDirector: scoring', 'officeStaff: scoring']
    expect(standing(own, 'lead', 'investment')).toEqual([
      ...office,
      'principal: scoring',
      'leaderInCharge: scoring',
      'sectionHead: scoring',
      'handler: scoring',
      'clerk: scoring',
    ])
    expect(standing(own, 'lead', 'energy')).toEqual([
      ...office,
      'principal: scoring',
      'leaderInCharge: scoring',
      'clerk: scoring',
    ])
    expect(standing(own, 'water')).toEqual(office)
  })

  it('科室采集的数据，被考核单位不在其中', () => {
    const judged: DatumPlaces = { ...own, source: sources.section }
    expect(standing(judged, 'transport').filter((line) => !line.startsWith('office'))).toEqual([])
    expect(sidesOf({ kind: 'handler', unitId: 'lead', sectionId: 'investment' }, judged)).toEqual(['asked', 'scoring'])
  })

  it('数据提供单位只有报数和确认的职务', () => {
    const given: DatumPlaces = { ...own, source: sources.provider }
    expect(standing(given, 'statistics').filter((line) => !line.startsWith('office'))).toEqual([
      'principal: asked',
      'dataProvider: asked',
      'unitHead: asked',
    ])
  })

  it('不写科室的评分单位，全单位的经办人都在评分一边；没有评分单位时只有绩效办', () => {
    const whole: DatumPlaces = { ...own, scorers: [{ unitId: 'lead' }] }
    expect(sidesOf({ kind: 'handler', unitId: 'lead', sectionId: 'energy' }, whole)).toEqual(['scoring'])
    expect(standing({ ...own, scorers: [] }, 'lead', 'investment')).toEqual([
      'officeDirector: scoring',
      'officeStaff: scoring',
    ])
  })
})
