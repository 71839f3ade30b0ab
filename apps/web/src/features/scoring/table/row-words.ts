import type { BodyOf } from '@quanheng/contract/route'
import type { recordItem } from '@quanheng/contract/sheet'
import type { Basis } from '@quanheng/domain/kernel/basis'
import { t } from '../../../shared/i18n/t.ts'
import { sayFigure } from '../../../shared/why/say.ts'
import type { Row, Sheet } from '../sheet.ts'

/** What is typed about one row; `article` empty is no basis. */
export interface RowWords {
  readonly dataSource: string
  readonly document: string
  readonly article: string
  readonly deductions: readonly DeductionWords[]
}

export interface DeductionWords {
  readonly points: string
  readonly reason: string
  readonly article: string
}

const articleOf = (basis: Basis | null): string => (basis?.kind === 'clause' ? basis.article : '')

const isPositive = (text: string | null): text is string => text !== null && text !== '0' && !text.startsWith('-')

/** Where the figures come from, as the sheet prints it, from what the plan and collection already know. */
const sourceOf = (row: Row): string =>
  [...new Set(row.figures.filter(({ role, source }) => role === 'actual' && source).map(({ source }) => source))].join(
    '、',
  )

/**
 * What the editor begins with: what was recorded, else what is already known (source of the figures, the indicator's own
 * clause, one line for the whole loss). The reason itself is never proposed: somebody has to say it.
 */
export const wordsOf = (sheet: Sheet, row: Row): RowWords => {
  const clause = articleOf(sheet.clause)
  const lost = isPositive(row.lost) ? [{ points: row.lost, reason: '', article: clause }] : []
  const [only, ...more] = row.deductions
  return {
    dataSource: row.dataSource || sourceOf(row),
    document: row.basis?.kind === 'clause' ? (row.basis.document ?? '') : '',
    article: articleOf(row.basis) || clause,
    deductions: only
      ? [only, ...more].map(({ points, reason, basis }) => ({
          // One reason stands for the whole loss, whatever the loss was when it was written.
          points: more.length === 0 && isPositive(row.lost) ? row.lost : points,
          reason,
          article: articleOf(basis),
        }))
      : lost,
  }
}

/** What a sentence for many may name; each unit's own figure takes its place. */
const named = (row: Row): Readonly<Record<string, string | null>> => {
  const figure = (role: 'actual' | 'target') => {
    const found = row.figures.find((one) => one.role === role)
    return found ? sayFigure(found) : null
  }
  return { [t('实际完成')]: figure('actual'), [t('目标值')]: figure('target'), [t('扣分')]: row.lost }
}

/** One sentence said for many units, in this unit's own figures. What it names and this unit has not stays in its braces. */
export const reasonOf = (row: Row, sentence: string): string =>
  Object.entries(named(row)).reduce(
    (said, [name, figure]) => (figure === null ? said : said.replaceAll(`{${name}}`, figure)),
    sentence.trim(),
  )

/** Points were lost and nobody has said why. */
export const needsReason = (row: Row): boolean =>
  isPositive(row.lost) && row.deductions.every(({ reason }) => reason.trim() === '')

const clauseOf = (article: string, document = ''): Basis =>
  document.trim() === ''
    ? { kind: 'clause', article: article.trim() }
    : { kind: 'clause', article: article.trim(), document: document.trim() }

/** The body of `item.record`. Where nothing is lost there is nothing to give a reason for. */
export const bodyOf = (row: Row, words: RowWords): BodyOf<typeof recordItem> => ({
  version: row.version,
  dataSource: words.dataSource,
  basis: words.article.trim() === '' ? null : clauseOf(words.article, words.document),
  deductions: words.deductions.map(({ points, reason, article }) => ({
    points,
    reason,
    basis: article.trim() === '' ? { kind: 'default' } : clauseOf(article),
  })),
})
