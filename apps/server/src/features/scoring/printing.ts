import type { Basis } from '@quanheng/domain/kernel/basis'
import { requiredRoles } from '@quanheng/domain/sheet/signing'
import { isStanding, strengthOf } from '@quanheng/domain/signature/model'
import { label } from '@quanheng/messages/labels'
import { message } from '@quanheng/messages/messages'
import type { SignatureBox } from '@quanheng/papers/paper/model'
import type { ScoreRow as PrintedRow, ScoreSheet } from '@quanheng/papers/sheet/model'
import { leafOf } from './content.ts'
import type { Names } from './names.ts'
import { rowsOf } from './present-rows.ts'
import type { ReadSheet } from './read-sheet.ts'

/** Papers are Chinese whatever the language of the person who prints. */
const language = 'zh-CN'

type Row = ReturnType<typeof rowsOf>[number]

const sayBasis = (basis: Basis | null): string => {
  if (basis === null || basis.kind === 'default') return ''
  return basis.kind === 'clause'
    ? `${basis.document ? `${basis.document} ` : ''}${basis.article}`
    : `${basis.by}（${basis.on}）：${basis.reason}`
}

const factWords: Readonly<Record<string, string>> = { true: '是', false: '否', '': '不涉及' }

const figureText = ({ figures }: Row, role: 'actual' | 'target'): string | undefined => {
  const own = figures.filter((figure) => figure.role === role)
  if (own.length === 0) return undefined
  return own
    .map(({ value, kind }) =>
      value === null ? '缺' : kind === 'fact' ? (factWords[value] ?? value) : value || '不涉及',
    )
    .join('；')
}

const missing = '缺'

const pointsOf = ({ outcome }: Row): string => (outcome.status === 'scored' ? outcome.points : missing)

/** The handler's own reasons; before there are any, what the engine says stands in the way. */
const reasonOf = ({ outcome, deductions }: Row): string => {
  if (deductions.length > 0) {
    return deductions
      .map(({ points, reason }) => (deductions.length > 1 ? `${reason}（${points}分）` : reason))
      .join('；')
  }
  if (outcome.status === 'missing') return message(language, 'item.missing', { needs: outcome.needs.join('、') })
  if (outcome.status === 'ambiguous') return message(language, 'item.ambiguous')
  return outcome.status === 'error' ? message(language, outcome.code) : ''
}

const printedRow = (row: Row, fullMark: string): PrintedRow => {
  const target = figureText(row, 'target')
  const actual = figureText(row, 'actual')
  return {
    unit: row.unitName,
    ...(row.groupName !== null && { group: row.groupName }),
    ...(target !== undefined && { target }),
    ...(actual !== undefined && { actual }),
    ...(row.rate !== null && { rate: row.rate }),
    fullMark: row.outcome.status === 'scored' ? row.outcome.fullMark : fullMark,
    points: pointsOf(row),
    deduction: row.lost ?? missing,
    reason: reasonOf(row),
    basis: sayBasis(row.basis),
    source: row.dataSource,
  }
}

const boxes = ({ sheet, order }: ReadSheet, names: Names): SignatureBox[] =>
  requiredRoles(sheet, order).map(({ role }) => {
    const given = sheet.signatures.find((one) => isStanding(one) && one.role === role)
    return {
      role: label(language, 'sheetRole', role),
      ...(given && {
        name: names.get(given.signer.personId) ?? '',
        on: given.signedOn,
        means: label(language, 'signatureMeans', strengthOf(given.means)),
      }),
    }
  })

/** 指标考核评分表 as it stands, with its check code: exactly what a signature on screen or on paper covers. */
export const printedSheet = (
  read: ReadSheet,
  names: Names,
  { today, seal }: { readonly today: string; readonly seal: string | undefined },
): ScoreSheet => {
  const { row, plan, ownPlan, composed } = read
  const leaf = leafOf(ownPlan.content, row.leaf_key)
  const section = row.scorer_section_id === null ? '' : (names.get(row.scorer_section_id) ?? '')
  const unit = leaf.scoring?.card.unit
  return {
    title: `${plan.year}年度${leaf.name}指标考核评分表`,
    organ: names.get(row.scorer_unit_id) ?? '',
    checkCode: composed.code,
    ...(seal && { seal }),
    label: '内部资料',
    on: today,
    facts: [
      { label: '指标名称', value: leaf.name },
      { label: '评分科室', value: section || (names.get(row.scorer_unit_id) ?? '') },
      { label: '考评方案', value: plan.title },
      { label: '分值', value: leaf.fullMark },
      { label: '评分标准', value: leaf.scoring?.rule?.text || leaf.scoring?.sentence || '' },
      ...(row.amends === null ? [] : [{ label: '说明', value: '补签表：所列单位重新评分签字' }]),
    ],
    ...(unit && { measure: unit }),
    rows: rowsOf(read, names).map((one) => printedRow(one, leaf.fullMark)),
    signatures: boxes(read, names),
  }
}
