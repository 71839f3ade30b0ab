// docs/methods.md: from a method of the catalogue to its formula, its sentence, its cases and what computes it, in one row. What stands
// in the row is looked up in the code; a method whose sentence, cases, file or second computation is missing is a fault.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { catalogueIds } from '../../packages/domain/src/rule/catalogue.ts'
import { catalogueTables } from '../../packages/domain/src/rule/catalogue-cases.fixture.ts'
import { parse } from '../../packages/domain/src/rule/parse.ts'
import { kindsIn } from '../../packages/domain/src/rule/replay/kinds-in.fixture.ts'
import { caseTables } from '../../packages/domain/src/rule/worked-cases.fixture.ts'
import { clone } from './clone.mjs'

/** S full mark, a actual, t target, b baseline, r = a/t, k rank, c count, d points a step, C cap; the kinds that compute it. */
const catalogue = [
  ['M01', '按完成比例', 'S·min(r, 1)', 'ratio'],
  ['M02', '按完成比例，自有上限', 'S·min(r, C)', 'ratio'],
  ['M03', '控制型', 'S·(2 − r), held between 0 and S', 'control'],
  ['M04', '完成得满分，否则不得分', 'S or 0', 'allOrNothing'],
  ['M05', '分档', 'the award of the band that r falls in', 'tiers'],
  ['M06', '每低（高）x 扣（加） d', 'S ± d·(a − t)/x, whole steps or pro rata', 'steps'],
  ['M07', '分段斜率', 'the sum of slope × length over the stretches', 'slopes'],
  ['M08', '递减级数', 'S ± Σ xᵢ·S/(first + (i − 1)·step)', 'diminishing'],
  ['M09', '超额分档加分', 'min(C, d·⌊(r − 1)/x⌋)', 'steps'],
  ['M10', '与最优值比', 'S·a/max(a)', 'toBest'],
  ['M11', '功效系数法', 'S·(0.6 + 0.4·(a − lo)/(hi − lo))', 'efficacy'],
  ['M12', '指数型功效函数', 'S·0.6·e^(−ln 0.6·(a − lo)/(hi − lo)), correctly rounded', 'efficacy'],
  ['M13', '名次递减', 'S − d·(k − 1)', 'rankSteps'],
  ['M14', '名次分档', 'the award of the places that k falls in', 'rankBands'],
  ['M15', '上级排名加减分', '± the award of the places', 'rankBands'],
  ['M16', '每发现1例扣 d', 'max(F, S − d·c)', 'countDeduction'],
  ['M17', '每 x 得 d，最高 C', 'min(C, d·c)', 'countCredit'],
  ['M18', '分项计分', 'the sum of the entries met', 'checklist'],
  ['M19', '条件组合', 'the award of the row whose conditions hold', 'matrix'],
  ['M20', '组合', 'the sum of the parts', 'sum'],
  ['M21', '贡献率', 'marks·a/Σa beside a base method', 'share'],
  ['M22', '与平均值比', 'S ± d·(a − mean)/x', 'steps'],
  ['M23', '目标高低定加分上限', 'the bonus cap by how far t lies below b', 'steps'],
  ['M24', '难度系数', 'points × k', 'coefficient'],
  ['M25', '项目属性计分', 'Σ of what each attribute adds', 'extras'],
  ['M26', '等次', 'the award of the level', 'levels'],
  ['M27', '票决、测评', 'Σ wⱼ·Nⱼ / Σ Nⱼ', 'votes'],
  ['M28', '多渠道调查', 'Σ weight × score', 'weightedMean'],
  ['M29', '评分平均', 'the mean, trimmed as said', 'mean'],
  ['M30', '分期计分', 'Σ weight × score of the period', 'weightedMean'],
  ['M31', '专项等次扣分', '− the price of the level', 'levels'],
  ['M32', '引用折算', 'S·score/full mark there', 'quoted'],
  ['M33', '加减分台账', 'Σ of recognised entries under caps', 'credits'],
  ['M34', '一票否决、触发条款', 'the effect of the fact, whatever the rule gives', 'gated'],
  ['M35', '不涉及', 'the question `notConcerned`: excluded, full, none', 'notConcerned'],
  ['人工评定', '由评分人评定', 'the points judged, inside the range', 'judged'],
  ['算式', '算式', 'the arithmetic of the sentence', 'expression'],
]

const rule = 'packages/domain/src/rule'
const textsOf = (folder, name) =>
  readdirSync(join(clone, folder))
    .filter((file) => name.test(file))
    .map((file) => ({ path: `${folder}/${file}`, text: readFileSync(join(clone, folder, file), 'utf8') }))

const tables = [...caseTables, ...catalogueTables].map((table) => ({ ...table, rule: parse(table.text).rule }))

/** The shortest sentence with cases that has the method and little else. */
function tableOf(id, kind) {
  if (kind === 'notConcerned') return tables.find(({ answers }) => answers?.notConcerned)
  const fits = (table) =>
    /^M/.test(id) && catalogueIds(table.rule).includes(id) ? 0 : kindsIn(table.rule).includes(kind) ? 1 : 2
  const ranked = tables
    .filter((table) => table.rule && fits(table) < 2 && kindsIn(table.rule).includes(kind))
    .map((table) => ({ table, order: [fits(table), kindsIn(table.rule).length, table.text.length] }))
    .sort((a, b) => a.order[0] - b.order[0] || a.order[1] - b.order[1] || a.order[2] - b.order[2])
  return ranked[0]?.table
}

const link = (path) => `[${path.split('/').at(-1)}](../${path})`

/** The page, and what is missing for a row of it. */
export function methodsPage() {
  const methods = textsOf(`${rule}/methods`, /\.ts$/)
  const models = [...textsOf(`${rule}/model`, /\.ts$/), ...textsOf(rule, /^model\.ts$/)]
  const fixtures = textsOf(rule, /(?:cases|composed)\.fixture\.ts$/)
  const python = readFileSync(join(clone, 'verify/rules.py'), 'utf8')
  const sources = readFileSync(join(clone, 'bench/rules/dev.tsv'), 'utf8')
    .split('\n')
    .map((line) => line.split('\t'))
  const missing = []
  const rows = catalogue.map(([id, name, formula, kind]) => {
    const table = tableOf(id, kind)
    const found = {
      sentence: table?.text,
      method: methods.find(({ text }) => text.includes(`Method<'${kind}'> `))?.path,
      model: models.find(({ text }) => text.includes(`readonly kind: '${kind}'`))?.path,
      cases: fixtures.find(({ text }) => table && text.includes(`text: '${table.text}'`))?.path,
      again: new RegExp(`"${kind}": (\\w+)`).exec(python)?.[1],
    }
    // A question of every method, answered by the notice or by a 口径 line.
    if (kind === 'notConcerned')
      Object.assign(found, { method: `${rule}/evaluate.ts`, model: `${rule}/questions.ts`, again: 'settle' })
    for (const [what, value] of Object.entries(found)) if (value === undefined) missing.push(`${id}: no ${what}`)
    const source = sources.find(([of]) => of === id)?.[1] ?? '—'
    const { sentence, method = '', model = '', cases = '', again = '' } = found
    return `| ${id} | ${name} | ${formula} | ${sentence} | ${link(method)} | ${link(model)} | ${link(cases)} | \`${again}\` | ${source} |`
  })
  return { missing, text: [...head, ...rows, ''].join('\n') }
}

const head = [
  '# Methods',
  '',
  'Written by `node scripts/methods.mjs`; a check compares. Each row: the formula, a sentence whose worked cases (below, at, above, one',
  'that must fail) hold, the file that computes, says and reads it, the plain data it is stored as, its cases, the second computation in',
  '`verify/rules.py`, and the clause it was first seen in (ids of the sources of `bench/rules/dev.tsv`). How methods compose:',
  '[0015](adr/0015-methods-and-composition.md). S full mark, a actual, t target, b baseline, r = a/t, k rank, c count, d points, C cap.',
  '',
  '| | method | formula | sentence | computes | stored as | cases | again | seen in |',
  '|---|---|---|---|---|---|---|---|---|',
]
