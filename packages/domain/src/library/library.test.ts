import { describe, expect, it } from 'vitest'
import type { Actor } from '../kernel/command-context.ts'
import { workflowText } from '../kernel/workflow-text.ts'
import type { LibraryCommand, LibraryContext } from './commands.ts'
import { beginLibraryDocument, decideLibraryDocument, replacedBy } from './decide.ts'
import { containsAll, gramsAsked, gramsOf, wordsAsked } from './grams.ts'
import type { LibraryContent, LibraryDocument } from './model.ts'
import { libraryWorkflow } from './transitions.ts'
import { standingsOf, validityOn } from './validity.ts'

const clerk: Actor = { personId: 'p', postId: 'p-1', post: 'clerk', unitId: 'office', ownUnitIds: ['office'] }
const context = (more: Partial<LibraryContext> = {}): LibraryContext => ({
  now: '2025-01-20T02:00:00.000Z',
  today: '2025-01-20',
  newId: () => 'd-1',
  actor: clerk,
  sameName: false,
  ...more,
})
const content: LibraryContent = {
  kind: 'rule',
  title: '绩效考评办法',
  issuer: '云岭市人民政府',
  documentNumber: '云政发〔2023〕1号',
  issuedOn: '2023-01-05',
  effectiveOn: '2023-02-01',
  lastOn: '2027-12-31',
  interpreter: '绩效办',
  clauses: [
    { article: '第一条', text: '为规范考评工作，制定本办法。' },
    { article: '第二条', text: '本办法由绩效办负责解释。' },
  ],
  files: [],
}
const draft = (more: Partial<LibraryContent> = {}, id = 'd-1'): LibraryDocument => {
  const begun = beginLibraryDocument({ ...content, ...more }, context({ newId: () => id }))
  if (!begun.ok) throw new Error(begun.error.code)
  return begun.value.next
}
const decide = (document: LibraryDocument, command: LibraryCommand, more?: Partial<LibraryContext>) =>
  decideLibraryDocument(document, command, context(more))
const run = (...given: Parameters<typeof decide>): LibraryDocument => {
  const result = decide(...given)
  if (!result.ok) throw new Error(result.error.code)
  return result.value.next
}
const code = (...given: Parameters<typeof decide>): string => {
  const result = decide(...given)
  return result.ok ? 'accepted' : result.error.code
}
const published = (more: Partial<LibraryContent> = {}, id = 'd-1') => run(draft(more, id), { kind: 'publish' })

it('每一步由谁办、办完到哪里；未列出的一律不予办理', () => {
  const office = 'officeDirector officeStaff clerk'
  expect(workflowText(libraryWorkflow)).toBe(
    [
      `draft edit → draft: ${office}`,
      `draft publish → published: ${office}`,
      `draft discard → discarded: ${office}`,
      `published correct → published: ${office}`,
      `published repeal → repealed: ${office}`,
    ].join('\n'),
  )
})

describe('发布', () => {
  const cases: readonly (readonly [string, Partial<LibraryContent>, Partial<LibraryContext>?])[] = [
    ['library.issuerMissing', { issuer: '' }],
    ['library.effectiveMissing', { effectiveOn: '' }],
    ['library.lastBeforeFirst', { lastOn: '2023-01-31' }],
    ['library.empty', { clauses: [] }],
    ['library.articleMissing', { clauses: [{ article: '', text: '条文' }] }],
    ['library.articleMissing', { clauses: [{ article: '第一条', text: '' }] }],
    ['library.articleTwice', { clauses: [...content.clauses, { article: '第一条', text: '又一条' }] }],
    ['library.sameName', {}, { sameName: true }],
    ['library.replacesUnknown', { replacesId: 'd-0' }],
  ]
  it.each(cases.map(([expected, more, known]) => ({ expected, more, known })))(
    '$expected',
    ({ expected, more, known }) => {
      expect(code(draft(more), { kind: 'publish' }, known)).toBe(expected)
    },
  )

  it('只一天有效也可以；没有条文、附有原件的也可以', () => {
    expect(code(draft({ lastOn: content.effectiveOn }), { kind: 'publish' })).toBe('accepted')
    expect(code(draft({ clauses: [], files: [{ digest: 'a', name: '表.docx' }] }), { kind: 'publish' })).toBe(
      'accepted',
    )
  })

  it('外单位的人不能办', () => {
    expect(code(draft(), { kind: 'publish' }, { actor: { ...clerk, unitId: 'other' } })).toBe('library.otherUnit')
  })

  it('新版本只能替代在用且更早施行的版本，替代一次', () => {
    const earlier = published({}, 'd-0')
    const next = draft({
      replacesId: 'd-0',
      documentNumber: '云政发〔2025〕2号',
      effectiveOn: '2025-03-01',
      lastOn: '',
    })
    expect(code(next, { kind: 'publish' }, { replaces: earlier })).toBe('accepted')
    expect(code(next, { kind: 'publish' }, { replaces: draft() })).toBe('library.replacesUnknown')
    const same = { ...next, content: { ...next.content, effectiveOn: earlier.content.effectiveOn } }
    expect(code(same, { kind: 'publish' }, { replaces: earlier })).toBe('library.replacesLater')
    const gone = replacedBy(earlier, next, context())
    expect(gone.steps.at(-1)?.command).toBe('replace')
    expect(code(next, { kind: 'publish' }, { replaces: gone })).toBe('library.replacedAlready')
  })
})

describe('更正和废止', () => {
  it('更正、废止都要写明理由；废止不能早于施行', () => {
    const correct = { kind: 'correct', clauses: content.clauses, interpreter: '法规科', reason: '识别有误' } as const
    expect(run(published(), correct).content.interpreter).toBe('法规科')
    expect(code(published(), { ...correct, reason: '' })).toBe('library.reasonMissing')
    expect(code(published(), { ...correct, clauses: [] })).toBe('library.empty')
    expect(code(published(), { kind: 'repeal', from: '2023-01-31', reason: '废' })).toBe('library.repealTooEarly')
    expect(code(published(), { kind: 'repeal', from: '2025-02-01', reason: '' })).toBe('library.reasonMissing')
  })
})

describe('有效状态', () => {
  it('首日、末日、替代之日、废止之日的前后', () => {
    const one = published()
    expect(validityOn(draft(), '2025-01-20')).toBe('unpublished')
    expect(validityOn(one, '2023-01-31')).toBe('notYet')
    expect(validityOn(one, '2023-02-01')).toBe('inForce')
    expect(validityOn(one, '2027-12-31')).toBe('inForce')
    expect(validityOn(one, '2028-01-01')).toBe('expired')
    const next = draft({ effectiveOn: '2025-03-01' }, 'd-2')
    const gone = replacedBy(one, next, context())
    expect(validityOn(gone, '2025-02-28')).toBe('inForce')
    expect(validityOn(gone, '2025-03-01')).toBe('replaced')
    const ended = run(one, { kind: 'repeal', from: '2025-02-01', reason: '废' })
    expect(validityOn(ended, '2025-01-31')).toBe('inForce')
    expect(validityOn(ended, '2025-02-01')).toBe('repealed')
  })

  it('引用可写文号，也可写题名；题名相同的，以有效的为准；被替代的指出新版本', () => {
    const next = published({ documentNumber: '云政发〔2025〕2号', effectiveOn: '2025-01-01', lastOn: '' }, 'd-2')
    const gone = replacedBy(published(), next, context())
    const standings = standingsOf([next, gone], '2025-01-20')
    expect(standings.get('云政发〔2023〕1号')).toMatchObject({ validity: 'replaced', replacedBy: '云政发〔2025〕2号' })
    expect(standings.get('绩效考评办法')?.documentId).toBe('d-2')
    expect(standings.get('没有的文件')).toBeUndefined()
  })
})

describe('全文检索', () => {
  it('文中任意两字以上的词，其字对都在；标点、全角半角、大小写不影响', () => {
    const text = '《绩效考评办法》（试行）：Ｋ12 条'
    const kept = new Set(gramsOf(text))
    for (const asked of ['考评办法', '试行', 'k12', '法'])
      expect(
        gramsAsked(asked).every((gram) => kept.has(gram)),
        asked,
      ).toBe(true)
    expect(gramsAsked('法试').every((gram) => kept.has(gram))).toBe(false)
    expect(gramsAsked('。，')).toEqual([])
  })

  it('几个词之间用空格，须都在', () => {
    expect(containsAll('加分上限为５分', wordsAsked('5分 上限'))).toBe(true)
    expect(containsAll('加分上限为5分', wordsAsked('扣分 上限'))).toBe(false)
  })

  it('生僻字按整字配对', () => {
    expect(gramsOf('𠮷𠮷县')).toEqual(['𠮷', '𠮷𠮷', '县', '𠮷县'])
  })
})
