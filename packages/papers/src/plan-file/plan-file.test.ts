import { aPlan } from '@quanheng/testkit/a-plan'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readYaml, writeYaml } from '../yaml/yaml.ts'
import type { Doc } from './form.ts'
import { docPathOf } from './locate.ts'
import { anyContent, anyNames } from './plan-content.fixture.ts'
import { planFileForm, readPlanDoc, writePlanDoc } from './plan-file.ts'

const faultsOf = (doc: Doc): string =>
  read(doc)
    .map(({ code, path }) => `${code} ${path.join('/')}`)
    .join('; ')

const read = (doc: Doc) => {
  const result = readPlanDoc(doc)
  return result.ok ? [] : result.error
}

const written = (): Record<string, Doc> => writePlanDoc({ content: aPlan(), names: {} }) as Record<string, Doc>

test('a plan comes back from its YAML as it was, whatever stands in it and however its units are named', () => {
  fc.assert(
    fc.property(anyContent, anyNames, (content, names) => {
      const yaml = readYaml(writeYaml(writePlanDoc({ content, names })))
      if (!yaml.ok) throw new Error(JSON.stringify(yaml.error))
      const back = readPlanDoc(yaml.value.doc)
      expect(back).toMatchObject({ ok: true })
      if (back.ok) expect(back.value.content).toEqual(content)
    }),
    { numRuns: 100 },
  )
})

test('units stand in the file by their names, and the roll leads back to their ids', () => {
  const doc = writePlanDoc({ content: aPlan(), names: { transport: '市交通局', town: '某镇', lead: '某镇' } })
  expect(doc).toMatchObject({
    名册: { 市交通局: 'transport' },
    考核分组: [{ 单位: ['lead', '市交通局', 'town'] }],
  })
})

test('what an official need not say is not in the file', () => {
  const [, growth] = written().指标体系 as readonly Record<string, Record<string, Doc>>[]
  expect(growth).toMatchObject({ 编号: 'growth', 分值: '6', 依据: '附件1' })
  expect(Object.keys(growth?.评分 ?? {})).toEqual(['评分标准', '口径', '完成标准', '取数', '指标卡片', '台账目录清单'])
})

test.each<[string, (doc: Record<string, Doc>) => Doc, string]>([
  ['不是方案', () => ['x'], 'file.notTable '],
  ['别的格式', (doc) => ({ ...doc, 权衡方案: '2' }), 'file.notOneOf 权衡方案'],
  ['多写一项', (doc) => ({ ...doc, 备注: 'x' }), 'file.keyUnknown 备注'],
  ['少写一项', ({ 标题: _, ...doc }) => doc, 'file.keyMissing '],
  ['年度不是数', (doc) => ({ ...doc, 年度: '二〇二五' }), 'file.notWhole 年度'],
  ['不是列表', (doc) => ({ ...doc, 回避: 'x' }), 'file.notList 回避'],
  [
    '两处错一次说完',
    (doc) => ({ ...doc, 年度: '', 进度安排: [{ 编号: 'a', 名称: ['x'], 环节: '开会' }] }),
    'file.notWhole 年度; file.notOneOf 进度安排/0/环节; file.notText 进度安排/0/名称',
  ],
  [
    '评分标准没有读懂',
    (doc) => ({ ...doc, 指标体系: [{ 编号: 'a', 名称: 'a', 评分: { 评分标准: '看着给分。', 口径: ['随便'] } }] }),
    'file.ruleNotUnderstood 指标体系/0/评分/评分标准; file.noteNotUnderstood 指标体系/0/评分/口径/0',
  ],
])('%s: 每处错误都有位置', (_, edit, faults) => {
  expect(faultsOf(edit(written()))).toBe(faults)
})

test.each([
  ['indicators[growth].scoring.rule', ['指标体系', 1, '评分', '评分标准']],
  ['indicators[growth].scoring.rule.bands[0]', ['指标体系', 1, '评分', '评分标准']],
  ['indicators[newFirms].scoring.bindings[目标值]', ['指标体系', 2, '评分', '取数', 1]],
  ['tasks[newFirms,town].target', ['考核对象及任务分配表', 5, '目标值']],
  ['settings.ties', ['设定', '并列处理']],
  ['steps[report].due', ['进度安排']],
])('what a finding calls %s stands at %j', (at, path) => {
  expect(docPathOf(planFileForm as never, aPlan(), at)).toEqual(path)
})
