import { scoreTable } from '@quanheng/contract/result'
import { deductionLetter } from '@quanheng/domain/result/deduction-letter'
import { Button, Select } from 'antd'
import { useState } from 'react'
import { useQueryRoute } from '../../../shared/api/hooks.ts'
import { t } from '../../../shared/i18n/t.ts'
import { Refusal } from '../../../shared/page/Refusal.tsx'
import RowDrawer from '../../../shared/table/RowDrawer.tsx'
import styles from '../result.module.css'
import type { Leaf, PlanResult } from '../result.ts'
import { LetterPrint } from './LetterPrint.tsx'
import { LetterTable } from './LetterTable.tsx'

interface Props {
  readonly result: PlanResult
  readonly resultId: string
  readonly onClose: () => void
}

const unitsIn = (leaves: readonly Leaf[]): ReadonlyMap<string, string> =>
  new Map(leaves.flatMap(({ rows }) => rows.map(({ unitId, unitName }) => [unitId, unitName] as const)))

const rowsOf = (leaves: readonly Leaf[], unitId: string) =>
  leaves.flatMap(({ key, name, rows }) =>
    rows
      .filter((row) => row.unitId === unitId)
      .map(({ fullMark, points, deductions }) => ({ leafKey: key, name, fullMark, points, deductions })),
  )

/** The letters of a locked version, one a unit: looked through, then printed. */
const LetterDrawer = ({ result, resultId, onClose }: Props) => {
  const asked = useQueryRoute(scoreTable, { params: { planId: result.id }, query: { resultId } })
  const [chosen, setChosen] = useState<string>()
  const leaves = asked.data?.leaves ?? []
  const units = unitsIn(leaves)
  const unitId = chosen ?? units.keys().next().value
  const rows = unitId === undefined ? [] : rowsOf(leaves, unitId)
  return (
    <RowDrawer title={t('扣分告知书')} width={860} onClose={onClose}>
      <Refusal refusal={asked.error ?? undefined} />
      {unitId !== undefined && (
        <div className={styles.reason}>
          <div className={styles.acts}>
            <Select
              aria-label={t('考核对象')}
              style={{ minWidth: 280 }}
              showSearch={{ optionFilterProp: 'label' }}
              value={unitId}
              options={[...units].map(([value, label]) => ({ value, label }))}
              onChange={setChosen}
            />
            <Button type="primary" onClick={() => window.print()}>
              {t('打印')}
            </Button>
          </div>
          <div className={styles.preview}>
            <LetterTable letter={deductionLetter(rows)} />
          </div>
          <LetterPrint
            unitName={units.get(unitId) ?? ''}
            scorerName={result.ownerName}
            planTitle={result.title}
            rows={rows}
            runDigest={asked.data?.runDigest ?? ''}
          />
        </div>
      )}
    </RowDrawer>
  )
}

export default LetterDrawer
