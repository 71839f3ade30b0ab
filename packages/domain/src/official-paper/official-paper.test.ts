import { describe, expect, it } from 'vitest'
import type { CommandContext } from '../kernel/command-context.ts'
import { beginOfficialPaper, checkOfficialWords, decideOfficialPaper, sayMoved } from './decide.ts'
import type { OfficialPaper, PaperSource } from './model.ts'
import { namedFigures, typedFigures } from './typed-figures.ts'

describe('figures typed into prose', () => {
  it.each([
    ['共考评31个单位', ['31']],
    ['平均得分９２.５分，优秀率１２％', ['92.5', '12%']],
    ['得分1,024.5，较上年高3', ['1,024.5', '3']],
    ['共考评{count.units}个单位，优秀{totals.grades.优秀}个', []],
    ['2025年度、2025年2月10日前、3月、15日', []],
    ['依据云政办发〔2024〕8号第3条、第12次会议', []],
    ['收到后10个工作日内、5天前整改', []],
    ['根据《云岭市2025年度绩效考评方案（100分制）》', []],
    ['第一名92分', ['92']],
    ['10个工作日', ['10']],
  ])('%s', (prose, typed) => {
    expect(typedFigures(prose)).toEqual(typed)
  })
  it('names the fields in order', () => {
    expect(namedFigures('{a}和{b.c}')).toEqual(['a', 'b.c'])
  })
})

const context = (personId: string, post: CommandContext['actor']['post'] = 'officeStaff'): CommandContext => ({
  now: '2025-01-20T02:00:00.000Z',
  today: '2025-01-20',
  newId: () => 'paper-1',
  actor: { personId, postId: `post-${personId}`, post, unitId: 'office', ownUnitIds: ['office'] },
})

const source: PaperSource = { digest: 'run-1', figures: { 'count.units': '24', 'totals.mean': '91.20' } }
const words = { title: '关于结果的通报', addressees: '各单位', opening: '共{count.units}个。' }
const { next: draft } = beginOfficialPaper(
  { planId: 'plan', ownerUnitId: 'office', kind: 'resultCircular', words, source },
  context('writer'),
)

const kept = { sha256: 'a'.repeat(64), size: 1 }
const issue = (paper: OfficialPaper, by: CommandContext, more: object = {}, now: PaperSource = source) =>
  decideOfficialPaper(
    paper,
    {
      kind: 'issue',
      source: now,
      issue: {
        documentNumber: '云考办发〔2025〕1号',
        issuedOn: '2025-01-20',
        files: { docx: kept, pdf: kept, ofd: kept },
        ...more,
      },
    },
    by,
  )

const codeOf = (result: { readonly ok: boolean; readonly error?: { readonly code: string } }) => result.error?.code

describe('an official paper', () => {
  it('refuses words with a typed figure, an unknown field, or nothing where something must stand', () => {
    const lookup = (path: string) => source.figures[path]
    const asked = (more: object) => checkOfficialWords('resultCircular', { ...words, ...more }, lookup)
    expect(asked({})).toMatchObject({ ok: true })
    expect(asked({ overview: '一切正常。\n平均91.21。' })).toMatchObject({
      error: { code: 'officialPaper.typedFigure', at: 'body.words.overview', params: { line: '2', text: '91.21' } },
    })
    expect(asked({ overview: '{totals.best}' })).toMatchObject({ error: { code: 'officialPaper.unknownFigure' } })
    expect(asked({ opening: '\n ' })).toMatchObject({ error: { code: 'officialPaper.textMissing' } })
  })
  it('goes out by somebody else than who wrote last, with a number and a day that has come', () => {
    expect(codeOf(issue(draft, context('writer')))).toBe('officialPaper.samePerson')
    expect(codeOf(issue(draft, context('other', 'handler')))).toBe('officialPaper.notYours')
    expect(codeOf(issue(draft, context('other'), { documentNumber: '1号' }))).toBe('approval.numberMalformed')
    expect(codeOf(issue(draft, context('other'), { issuedOn: '2025-01-21' }))).toBe('officialPaper.inFuture')
    expect(issue(draft, context('other'))).toMatchObject({ ok: true, value: { next: { state: 'issued' } } })
  })
  it('is kept back while its source says otherwise, and says what', () => {
    const moved = { digest: 'run-2', figures: { ...source.figures, 'count.units': '25' } }
    expect(issue(draft, context('other'), {}, moved)).toMatchObject({
      error: { code: 'officialPaper.sourceMoved', params: { figures: '24→25' } },
    })
    expect(sayMoved(source, { digest: 'run-2', figures: source.figures })).toBe('名单或锁定版本')
    const seen = decideOfficialPaper(draft, { kind: 'refresh', source: moved }, context('writer'))
    expect(seen.ok && issue(seen.value.next, context('other'), {}, moved).ok).toBe(true)
    expect(codeOf(decideOfficialPaper(draft, { kind: 'refresh', source }, context('writer')))).toBe(
      'officialPaper.sourceSame',
    )
  })
  it('once out is only withdrawn, with a reason', () => {
    const out = issue(draft, context('other'))
    if (!out.ok) throw new Error('it is out')
    const { next } = out.value
    const edit = decideOfficialPaper(next, { kind: 'edit', words: { ...words, opening: '另行。' } }, context('other'))
    expect(codeOf(edit)).toBe('officialPaper.notNow')
    const bare = decideOfficialPaper(next, { kind: 'withdraw', reason: '' }, context('other'))
    expect(codeOf(bare)).toBe('officialPaper.reasonMissing')
    expect(decideOfficialPaper(next, { kind: 'withdraw', reason: '附表有误' }, context('other'))).toMatchObject({
      value: { next: { state: 'withdrawn', withdrawal: { reason: '附表有误' } } },
    })
  })
})
