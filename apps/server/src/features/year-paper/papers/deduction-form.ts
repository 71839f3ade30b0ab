import { type DeductionLetter, deductionLetter, type LetterReason } from '@quanheng/domain/result/deduction-letter'
import type { RunContent } from '@quanheng/domain/result/run-content'
import { printedPoints } from '@quanheng/domain/result/run-figures'
import type { Figure, Text } from '@quanheng/papers/paper/model'
import type { FormSheet } from '@quanheng/papers/sheet/model'
import { basisText } from '../../result/index.ts'

/** What one unit lost in a locked version, reason by reason. */
export const letterOf = (run: RunContent, unitId: string): DeductionLetter =>
  deductionLetter(
    run.leaves.flatMap((leaf) => {
      const row = leaf.unitIds.indexOf(unitId)
      if (row < 0) return []
      return [
        {
          leafKey: leaf.key,
          name: leaf.name,
          fullMark: leaf.fullMarks[row] ?? leaf.fullMark,
          points: printedPoints(run, leaf.points[row] ?? '0'),
          deductions: leaf.deductions[row] ?? [],
        },
      ]
    }),
  )

const path = /^(?:lines\[(\d+)\]\.)?(?:reasons\[(\d+)\]\.)?(fullMark|points|lost)$/

/** What a letter prints at `points`, `lines[2].lost` and `lines[2].reasons[0].points`. */
export const letterFigureAt =
  (letter: DeductionLetter) =>
  (at: string): string | undefined => {
    const [, line, reason, name = ''] = path.exec(at) ?? []
    const of = line === undefined ? letter : letter.lines[Number(line)]
    if (reason !== undefined)
      return name === 'points' && of && 'reasons' in of ? of.reasons[Number(reason)]?.points : undefined
    return name === 'fullMark' || name === 'points' || name === 'lost' ? of?.[name] : undefined
  }

const sayReason = (reason: LetterReason): string => {
  switch (reason.kind) {
    case 'reason':
      return reason.reason
    case 'rounding':
      return '按规定位数取整的尾差'
    case 'unsaid':
      return '理由见评分报告'
  }
}

/** One reason as it stands; several each with what it took. */
const reasonsIn = (reasons: readonly LetterReason[], line: number): Text =>
  reasons.length === 1
    ? reasons.map(sayReason).join('')
    : reasons.flatMap((reason, at): (string | Figure)[] => [
        `${at === 0 ? '' : '\n'}${at + 1}.${sayReason(reason)}，扣`,
        { path: `lines[${line}].reasons[${at}].points`, text: reason.points },
        '分',
      ])

const basesIn = (reasons: readonly LetterReason[]): string =>
  [...new Set(reasons.flatMap((reason) => (reason.kind === 'reason' ? [basisText(reason.basis)] : [])))]
    .filter((text) => text !== '')
    .join('；') || '—'

/** 扣分告知书 of one unit: what was lost and why, adding up to full marks less the score, signed by both sides. */
export const deductionForm = (run: RunContent, unitId: string): Omit<FormSheet, 'checkCode'> => {
  const { title, ownerName, year } = run.plan
  const letter = letterOf(run, unitId)
  const unitName = run.units.find(({ id }) => id === unitId)?.name ?? ''
  const figure = (at: string): Figure => ({ path: at, text: letterFigureAt(letter)(at) ?? '' })
  const full = letter.lines.length === 0
  return {
    title: `${year}年度绩效考评扣分告知书`,
    organ: ownerName,
    orientation: 'portrait',
    facts: [
      { label: '考核对象', value: unitName },
      { label: '考核单位', value: ownerName },
      { label: '考评方案', value: title },
    ],
    prose: [
      full
        ? [`根据《${title}》，你单位各项指标满分合计`, figure('fullMark'), '分，均得满分，没有扣分。']
        : [
            `根据《${title}》，你单位各项指标满分合计`,
            figure('fullMark'),
            '分，得',
            figure('points'),
            '分，扣',
            figure('lost'),
            '分。扣分事项告知如下。',
          ],
    ],
    columns: [
      { header: '序号', width: 10, kind: 'text' },
      { header: '指标', width: 30, kind: 'text' },
      { header: '满分', width: 14, kind: 'quantity' },
      { header: '得分', width: 14, kind: 'quantity' },
      { header: '扣分', width: 14, kind: 'quantity' },
      { header: '扣分理由', width: 52, kind: 'text' },
      { header: '评分依据', width: 34, kind: 'text' },
    ],
    rows: [
      ...letter.lines.map(({ name, reasons }, at): readonly Text[] => [
        String(at + 1),
        name,
        figure(`lines[${at}].fullMark`),
        figure(`lines[${at}].points`),
        figure(`lines[${at}].lost`),
        reasonsIn(reasons, at),
        basesIn(reasons),
      ]),
      ['', '合计（全部指标）', figure('fullMark'), figure('points'), figure('lost'), '满分减得分等于扣分之和', ''],
    ],
    signatures: [
      { role: '评分单位经办人' },
      { role: '评分单位负责人', stamped: true },
      { role: '被考核单位签收', stamped: true },
    ],
  }
}
