import { expect, it } from 'vitest'
import { namesIn, unitsNamed } from './units-by-name.ts'

it('名单怎样抄来都认得：分行、Excel 的一列、顿号逗号；重复的只算一次', () => {
  expect(namesIn('市财政局\r\n 市交通局\t市水利局、市财政局，市𠮷水局\n')).toEqual([
    '市财政局',
    '市交通局',
    '市水利局',
    '市𠮷水局',
  ])
})

it('先认全称，再认独一无二的简称、别名；认不出的原样列出', () => {
  const unit = (id: string, name: string, shortName: string, aliases: readonly string[] = []) => ({
    id,
    name,
    shortName,
    aliases: [...aliases],
  })
  const known = [
    unit('1', '云岭市财政局', '市财政局'),
    unit('2', '云岭市交通运输局', '市交通局', ['运输局']),
    unit('3', '云岭市运输服务中心', '运输中心', ['运输局']),
  ]
  const found = unitsNamed(['云岭市财政局', '市交通局', '运输局', '无此局'], known)
  expect(found.units.map((one) => one.id)).toEqual(['1', '2'])
  expect(found.unknown).toEqual(['运输局', '无此局'])
})
