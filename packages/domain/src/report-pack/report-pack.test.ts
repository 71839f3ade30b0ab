import { describe, expect, it } from 'vitest'
import { folderOf, type PackLine, packLines } from './lines.ts'
import { placeInPack } from './match.ts'

const line = (part: Partial<PackLine>): PackLine => ({
  number: '01',
  leafKey: 'leaf',
  unitId: 'u1',
  requirementKey: 'paper',
  leafName: '百强镇申报',
  name: '申报文件',
  required: true,
  ...part,
})

describe('台账文件夹', () => {
  it('名称里 Windows 不收的字符换掉，结尾的点和空格去掉，长名截短', () => {
    expect(folderOf(line({ name: 'A/B:C*?"<>|. ' }))).toBe('01-百强镇申报-A_B_C______')
    expect(folderOf(line({ leafName: '指'.repeat(40), name: '名'.repeat(60) }))).toBe(
      `01-${'指'.repeat(16)}-${'名'.repeat(24)}`,
    )
    expect(folderOf(line({}), '云岭市交通运输局')).toBe('01-云岭市交通运输局-百强镇申报-申报文件')
  })

  it('按方案的次序编号；上百项的编三位', () => {
    const many = Array.from({ length: 100 }, (_, at) => ({ key: `k${at}`, name: `材料${at}`, required: false }))
    const content = (list: readonly object[]) =>
      ({
        indicators: [{ key: 'leaf', name: '指标', scoring: { evidenceList: list } }],
        tasks: [],
        dataElements: [],
        responsibilities: [],
      }) as never
    const items = [{ leafKey: 'leaf', unitId: 'u1' }]
    expect(packLines(content(many.slice(0, 2)), items).map(({ number }) => number)).toEqual(['01', '02'])
    expect(packLines(content(many), items).at(-1)).toMatchObject({ number: '100', requirementKey: 'k99' })
  })
})

describe('材料对应到清单项', () => {
  const lines = [line({}), line({ number: '02', requirementKey: 'photo', name: '现场照片' })]
  const place = (path: string) => {
    const found = placeInPack(path, lines)
    return found.kind === 'line' ? found.line.requirementKey : found.kind
  }

  it.each([
    ['佐证材料/01-百强镇申报-申报文件/批复.pdf', 'paper'],
    ['佐证材料/02 照片/镇政府/a.jpg', 'photo'],
    ['佐证材料/2-照片/a.jpg', 'unmatched'],
    ['01改名/批复.pdf', 'paper'],
    ['佐证材料/03-没有的项/a.pdf', 'unmatched'],
    ['佐证材料/2024年材料/a.pdf', 'unmatched'],
    ['01月报表/a.pdf', 'unmatched'],
    ['佐证材料/00-盖章原件扫描/盖章.pdf', 'original'],
    ['批复.pdf', 'unmatched'],
    ['佐证材料/01-百强镇申报-申报文件/本目录说明.txt', 'leavings'],
    ['佐证材料/01-百强镇申报-申报文件/Thumbs.db', 'leavings'],
    ['佐证材料/01-百强镇申报-申报文件/~$批复.docx', 'leavings'],
    ['__MACOSX/佐证材料/01-a/._批复.pdf', 'leavings'],
  ])('%s → %s', (path, to) => expect(place(path)).toBe(to))
})
