import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { writeList } from '@quanheng/papers/list/stream-list'
import { writePlanDoc } from '@quanheng/papers/plan-file/plan-file'
import { writeYaml } from '@quanheng/papers/yaml/yaml'
import { aPlan } from '@quanheng/testkit/a-plan'
import { expect, onTestFinished, test } from 'vitest'

const clone = resolve(import.meta.dirname, '../../../..')
const example = (name: string): string => join(clone, 'docs/examples', name)

function quanheng(...args: string[]): { code: number | null; out: string; err: string } {
  const { status, stdout, stderr } = spawnSync(join(clone, 'quanheng'), args, { cwd: '/', encoding: 'utf8' })
  return { code: status, out: stdout, err: stderr }
}

function fileOf(name: string, content: string | Uint8Array): string {
  const folder = mkdtempSync(join(tmpdir(), 'quanheng-plan-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

const editedPlan = (from: string | RegExp, to: string): string =>
  fileOf('plan.yaml', readFileSync(example('plan.yaml'), 'utf8').replace(from, to))

const ranked = `县（区）
名次	单位	总分	等次
1	白石县	100.00	优秀
2	青禾县	90.50	优秀
—	东湖区	—	—	缺：公路建设投资
`

test('score ranks the units of a plan file by a facts file in YAML, CSV or Excel alike', async () => {
  expect(quanheng('score', example('plan.yaml'), example('facts.yaml'))).toEqual({ code: 0, out: ranked, err: '' })
  expect(quanheng('score', example('plan.yaml'), example('facts.csv')).out).toBe(ranked)
  const columns = [
    { key: 'unit', header: '单位', width: 12, kind: 'text' as const },
    { key: 'invested', header: '公路建设投资完成额', unit: '亿元', width: 12, kind: 'quantity' as const },
    { key: 'good', header: '优良路率', width: 12, kind: 'quantity' as const },
    { key: 'hazards', header: '隐患', width: 12, kind: 'quantity' as const },
  ]
  const rows = [
    { unit: '青禾县', invested: '11.25', good: '79.5', hazards: '1' },
    { unit: '白石县', invested: '8.40', good: '83.10', hazards: '0' },
    { unit: '东湖区', invested: '6', good: '81', hazards: '2' },
  ]
  const workbook = fileOf('facts.xlsx', await writeList({ title: '数据', columns, rows }))
  expect(quanheng('score', example('plan.yaml'), workbook)).toEqual({ code: 0, out: ranked, err: '' })
})

test('--json gives items, totals, ranks and grades as exact strings', () => {
  const { out } = quanheng('score', example('plan.yaml'), example('facts.yaml'), '--json')
  const scored = JSON.parse(out)
  expect(scored.items).toContainEqual({
    leafKey: '公路投资',
    unitId: '青禾县',
    name: '公路建设投资',
    fullMark: '40',
    outcome: { status: 'scored', points: '36', fullMark: '40' },
  })
  expect(scored.units).toContainEqual(expect.objectContaining({ unitId: '青禾县', total: '90.5', published: '90.50' }))
  expect(scored.ranks).toContainEqual({ groupKey: '县区', unitId: '白石县', rank: 1, tied: false })
  expect(scored.grades.proposals).toContainEqual(expect.objectContaining({ unitId: '青禾县', grade: '优秀' }))
})

test('--explain shows how one unit’s score came about, in words and as a trace', () => {
  const { out } = quanheng('score', example('plan.yaml'), example('facts.yaml'), '--explain', '青禾县')
  expect(out).toContain(
    '公路建设投资\t36 / 40\n  按完成率得分，最高得满分。\n  40 × 90% = 36\n    11.25 ÷ 12.5 × 100 = 90\n',
  )
  expect(out).not.toContain('白石县')
  const { items } = JSON.parse(
    quanheng('score', example('plan.yaml'), example('facts.yaml'), '--explain', '青禾县', '--json').out,
  )
  expect(items.map((item: { unitId: string }) => item.unitId)).toEqual(['青禾县', '青禾县', '青禾县'])
  expect(items[0].outcome.trace.losses).toEqual([
    { code: 'loss.ratio', clause: '按完成率得分，最高得满分', points: '4' },
  ])
  expect(quanheng('score', example('plan.yaml'), example('facts.yaml'), '--explain', '别县')).toEqual({
    code: 2,
    out: '',
    err: '方案中没有单位“别县”。\n',
  })
})

test('a file that cannot be taken is refused by its lines, all of them at once', () => {
  const facts = fileOf('facts.csv', '单位,投资额,隐患\n青禾县,很多,1\n青禾县,3,1.5\n外县,1,1\n')
  expect(quanheng('score', example('plan.yaml'), facts)).toEqual({
    code: 1,
    out: '',
    err: 'facts.csv:3: “青禾县”写了两次。请保留一处。\n',
  })
  const wrong = fileOf('facts.csv', '单位,投资额,隐患\n青禾县,很多,1\n白石县,3,1.5\n外县,1,1\n')
  expect(quanheng('score', example('plan.yaml'), wrong).err).toBe(
    [
      'facts.csv:2: “很多”不是此项要的内容。请核对数据类型。',
      'facts.csv:4: 方案中没有“外县”。请核对名称或编号。',
      'facts.csv:3: “1.5”不是此项要的内容。请核对数据类型。',
      'facts.csv:4: 方案中没有“外县”。请核对名称或编号。\n',
    ].join('\n'),
  )
  expect(quanheng('score', editedPlan('    分值: 40', '    分值:'), example('facts.yaml')).err).toMatch(
    /^plan\.yaml:20: .*分值/,
  )
  expect(quanheng('score', editedPlan('年度: 2025', '年度: 明年'), example('facts.yaml')).err).toMatch(
    /^plan\.yaml:5: /,
  )
  expect(quanheng('score', editedPlan('指标: 公路投资', '指标: 没有'), example('facts.yaml')).err).toMatch(
    /^plan\.yaml:\d+: /,
  )
  expect(quanheng('score', example('plan.yaml')).code).toBe(2)
  expect(quanheng('score', '/没有.yaml', example('facts.yaml')).err).toContain('/没有.yaml')
})

test('lint-plan lists findings by line; its exit code says whether something must be resolved', () => {
  const { code, out } = quanheng('lint-plan', example('plan.yaml'))
  expect(code).toBe(1)
  expect(out).toMatch(/^plan\.yaml:46: 提请注意 指标“安全生产”的评分标准中“重大”没有明确界限/m)
  expect(out).toMatch(/^plan\.yaml:2: 必须处理 没有设定评分表由谁签字/m)
  const found = JSON.parse(quanheng('lint-plan', example('plan.yaml'), '--json').out)
  expect(found).toContainEqual(
    expect.objectContaining({
      code: 'rule.vague',
      severity: 'note',
      line: 46,
      at: 'indicators[安全生产].scoring.rule.text',
    }),
  )
  const fit = fileOf('plan.yaml', writeYaml(writePlanDoc({ content: aPlan(), names: {} })))
  expect(quanheng('lint-plan', fit)).toMatchObject({ code: 0, err: '' })
})

test('--examples proposes what the worked examples leave out, as a plan file takes them', () => {
  const { out } = quanheng('rule', '每发现1例扣6分，扣完为止。', '--full-mark', '10', '--examples')
  expect(out).toContain('算例:\n  - 已知:\n      发现数: 0\n    得分: 10\n    依据原文: 每发现1例扣6分，扣完为止\n')
  const plan = quanheng('lint-plan', example('plan.yaml'), '--examples', '--json')
  const [first] = JSON.parse(plan.out)
  expect(first).toMatchObject({ leafKey: '公路投资', measure: '完成率', thresholds: [{ at: '0' }, { at: '100' }] })
  const examples = '    评分:\n      算例:\n        - { 已知: { 完成值: 9, 目标值: 10 }, 得分: 40 }'
  expect(quanheng('lint-plan', editedPlan('    评分:', examples)).out).toMatch(
    /^plan\.yaml:24: 必须处理 指标“公路建设投资”的算例不成立：完成值9、目标值10，写明得40，按评分标准为36。/m,
  )
})

test.each(['plan', 'facts'])('docs/schema/%s.json is what the program reads', (kind) => {
  expect(quanheng('schema', kind).out).toBe(readFileSync(join(clone, `docs/schema/${kind}.json`), 'utf8'))
})
